package org.openhall.content.division;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DivisionsTest {
  private final Divisions divisions = Divisions.load();

  private static List<String> names(List<Division> divisions) {
    return divisions.stream().map(Division::name).toList();
  }

  private long count(int digits) {
    return countBelow(null, digits);
  }

  private long countBelow(@Nullable String code, int digits) {
    return divisions.children(code).stream()
        .mapToLong(
            child -> (child.code().length() == digits ? 1 : 0) + countBelow(child.code(), digits))
        .sum();
  }

  @Test
  void everyDivisionIsReachedFromTheTop() {
    assertEquals(34, count(2));
    assertEquals(342 + 3 + 2 + 20, count(4));
    assertEquals(2_978 + 18 + 7 + 358, count(6));
    assertEquals(41_352, count(9));
    assertEquals(34 + 367 + 3_361 + 41_352, divisions.size());
  }

  @Test
  void aCodeGivesItsNameAndWhatIsBelow() {
    assertEquals("东城区", divisions.find("110101").orElseThrow().name());
    assertEquals("东华门街道", divisions.children("110101").getFirst().name());
    assertTrue(divisions.find("999999").isEmpty());
    assertEquals(List.of(), divisions.children("110101001"));
  }

  @Test
  void fullNamesReadAsAddresses() {
    assertEquals("北京市东城区东华门街道", divisions.fullName("110101001"));
    assertEquals("广东省广州市", divisions.fullName("4401"));
    assertEquals("重庆市城口县", divisions.fullName("500229"));
    assertEquals("", divisions.fullName("999999"));
  }

  @Test
  void hongKongMacaoAndTaiwanHaveTheirDistricts() {
    assertEquals(
        List.of("台湾省", "香港特别行政区", "澳门特别行政区"),
        List.of(
            divisions.find("71").orElseThrow().name(),
            divisions.find("81").orElseThrow().name(),
            divisions.find("82").orElseThrow().name()));
    assertEquals(List.of("香港岛", "九龙", "新界"), names(divisions.children("81")));
    assertEquals(
        List.of("中西区", "湾仔区", "东区", "南区"),
        names(divisions.children(divisions.children("81").getFirst().code())));
    assertEquals(20, divisions.children("71").size());
    Division parish = divisions.search("圣安多尼堂区", 1).getFirst();
    assertEquals("澳门特别行政区澳门半岛圣安多尼堂区", divisions.fullName(parish.code()));
    assertEquals("香港特别行政区", divisions.search("xianggang", 1).getFirst().name());
    assertEquals("台湾省台北市大安区", divisions.fullName("710101"));
  }

  @Test
  void namesAreFoundByTheirBeginningLargerOnesFirst() {
    assertEquals("吉林省", divisions.search("吉林", 3).getFirst().name());
    assertTrue(names(divisions.search("吉林", 3)).contains("吉林市"));
    assertEquals(List.of(), divisions.search(" ", 3));
    assertEquals(2, divisions.search("东", 2).size());
  }

  @Test
  void namesAreFoundByPinyinAndInitials() {
    assertEquals("重庆市", divisions.search("chongq", 1).getFirst().name());
    assertEquals("广东省", divisions.search("gds", 1).getFirst().name());
    assertTrue(names(divisions.search("chaoyangqu", 5)).contains("朝阳区"));
  }
}
