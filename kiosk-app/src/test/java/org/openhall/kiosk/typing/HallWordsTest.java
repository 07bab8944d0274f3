package org.openhall.kiosk.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.content.store.ShownNames;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class HallWordsTest {
  private static final InputMethod INPUT_METHOD = Dictionaries.READ;

  @AfterEach
  void forgetTheHall() {
    INPUT_METHOD.learn(ShownNames.NONE);
  }

  @Test
  void namesOfTheHallComeFirstByInitials() {
    String name = "示例谷索道年票代售";
    assertNotEquals(name, first("slgsdnpds"));

    INPUT_METHOD.learn(new ShownNames(List.of(name, "居民身份证"), List.of()));

    assertEquals(name, first("slgsdnpds"));
    assertEquals("居民身份证", first("jmsfz"));
    assertTrue(texts("slgsd").contains(name), "it is offered before it is typed to its end");
  }

  @Test
  void whatIsNotHanPartsNames() {
    INPUT_METHOD.learn(new ShownNames(List.of("旱冰场（鹿鸣）2026 A区"), List.of()));

    assertEquals("旱冰场", first("hbc"));
    assertEquals("鹿鸣", first("luming"));
  }

  @Test
  void turnsThatTitlesRepeatAreKnownAndOthersAreNot() {
    List<String> titles = List.of("关于青溪古渡修缮的通知", "青溪古渡开放时间", "青溪古渡门票", "关于白鹭湖的通知");

    INPUT_METHOD.learn(new ShownNames(List.of(), titles));

    assertTrue(texts("qxgd").subList(0, 5).contains("青溪古渡"), texts("qxgd").toString());
    assertFalse(texts("bailuhude").contains("白鹭湖的"));
  }

  @Test
  void whatComesNextFollowsTheTitlesOfTheHall() {
    INPUT_METHOD.learn(new ShownNames(List.of("索道年票补办"), List.of("索道年票退款", "索道年票退款须知")));

    List<String> next = INPUT_METHOD.next("索道年票").stream().map(Candidate::text).toList();

    assertTrue(next.contains("补办"), next.toString());
    assertTrue(next.contains("退款"), next.toString());
  }

  @Test
  void nothingOfAnEarlierReleaseIsKept() {
    List<String> before = texts("slgsdnpds");
    INPUT_METHOD.learn(new ShownNames(List.of("示例谷索道年票代售"), List.of()));

    INPUT_METHOD.learn(ShownNames.NONE);

    assertEquals(before, texts("slgsdnpds"));
  }

  @Test
  void readingsAreThoseOfOurTable() {
    INPUT_METHOD.learn(new ShownNames(List.of("重庆银行还款", "朝阳区行政区划", "长春市调解中心"), List.of()));

    assertEquals("重庆银行还款", first("chongqingyinhanghuankuan"));
    assertEquals("朝阳区行政区划", first("chaoyangquxingzhengquhua"));
    assertEquals("长春市调解中心", first("changchunshitiaojiezhongxin"));
  }

  @Test
  void muchContentIsLearntInBounds() {
    List<String> titles =
        IntStream.range(0, 8_000)
            .mapToObj(i -> "关于" + Character.toString(0x4E00 + i) + "的通知公告")
            .toList();
    List<String> names =
        Stream.iterate("示", name -> name.length() < 500, name -> name + "例").toList();

    INPUT_METHOD.learn(new ShownNames(names, titles));

    assertEquals("身份证", first("sfz"));
    assertFalse(INPUT_METHOD.pinyin("shili".repeat(12)).isEmpty());
  }

  private static String first(String letters) {
    return texts(letters).getFirst();
  }

  private static List<String> texts(String letters) {
    return INPUT_METHOD.pinyin(letters).stream().map(Candidate::text).toList();
  }
}
