package org.openhall.kiosk.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class SlipTest {
  private static final InputMethod INPUT_METHOD = Dictionaries.READ;

  @Test
  void oneWrongKeyInASyllableIsASlip() {
    assertTrue(isSlip("zheng", "zhegn"), "two keys swapped");
    assertTrue(isSlip("zheng", "zhemg"), "the key beside");
    assertTrue(isSlip("li", "loi"), "one key too many, touched with its neighbour");
    assertTrue(isSlip("zheng", "zhng"), "one key left out");
    assertFalse(isSlip("zheng", "zheng"), "no slip at all");
    assertFalse(isSlip("zheng", "zhepg"), "a key far away");
    assertFalse(isSlip("zheng", "zhmeg"), "two slips");
    assertFalse(isSlip("li", "lpi") && isSlip("li", "lqi"), "a key too many far away");
    assertFalse(isSlip("ban", "bn"), "short syllables have initials");
  }

  private static boolean isSlip(String syllable, String letters) {
    return Slip.cost(syllable, letters, 0, letters.length()) > 0;
  }

  @Test
  void aSlipIsMended() {
    assertEquals("养老金", first("yanglaojon"));
    assertEquals("营业执照", first("yingyezihzhao"));
    assertEquals("残疾证", first("canjizhebg"));
    assertEquals("我要办理居住证", first("woyaobanlijuzhuzhegn"));
    assertEquals("驾驶证", first("jiashizh3ng".replace('3', 'w')));
  }

  @Test
  void whatIsSpeltRightGoesBeforeWhatIsMended() {
    for (String spelt : List.of("banlu", "dengju", "xian", "sfz", "bdcdj")) {
      String first = first(spelt);
      assertFalse(List.of("办理", "登记", "信").contains(first), spelt + " is not " + first);
    }
  }

  @Test
  void soundsThatAreMixedUpRankBehindThoseThatAreNot() {
    assertBefore("zuguo", "祖国", "注");
    assertBefore("sui", "岁", "水");
    assertBefore("lan", "兰", "南");
    assertBefore("yin", "因", "应");
  }

  private static void assertBefore(String letters, String exact, String mixedUp) {
    List<String> texts = INPUT_METHOD.pinyin(letters).stream().map(Candidate::text).toList();
    assertTrue(texts.contains(exact), letters + " is " + texts);
    int place = texts.indexOf(mixedUp);
    assertTrue(place < 0 || texts.indexOf(exact) < place, letters + ": " + exact + ", " + mixedUp);
  }

  private static String first(String letters) {
    return INPUT_METHOD.pinyin(letters).getFirst().text();
  }
}
