package org.openhall.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon =
      new Lexicon(
          List.of("居民身份证补领", "身份证", "社保卡", "护照", "退役军人优待证申领", "法律援助申请", "公积金租房提取", "𠮷祥街道（办事处）"),
          new Pinyin());

  private Optional<String> meant(String typed) {
    return lexicon.meant(Query.of(typed));
  }

  @Test
  void charactersThatSoundTheSameArePutRight() {
    assertEquals(Optional.of("身份证"), meant("生份证"));
    assertEquals(Optional.of("社保卡"), meant("社报咔"));
    assertEquals(Optional.of("护照"), meant("户照"));
    assertEquals(Optional.of("公积金租房提取"), meant("公基金租房提取"));
  }

  @Test
  void whatStandsAroundASlipStays() {
    assertEquals(Optional.of("补身份证了"), meant("补生份证了"));
  }

  @Test
  void oneWrongMissingSuperfluousOrDisplacedCharacterIsPutRight() {
    assertEquals(Optional.of("法律援助"), meant("法律援肋"));
    assertEquals(Optional.of("法律援助"), meant("法律助援"));
    assertEquals(Optional.of("法律援助申请"), meant("法律援申请"));
    assertEquals(Optional.of("法律援助申请"), meant("法律援助的申请"));
  }

  @Test
  void twoWordsThatOnlySoundAlikeAreNotMixed() {
    assertEquals(Optional.empty(), meant("葫罩"));
    assertEquals(Optional.empty(), meant("鿍鿎"));
  }

  @Test
  void whatIsKnownHasNoOtherMeaning() {
    assertEquals(Optional.empty(), meant("居民身份证"));
  }

  @Test
  void soundsThatManyDoNotTellApartAreOne() {
    for (String typed : List.of("senfenzen", "shengfenzheng", "shenfengzheng", "shenfenzhen")) {
      assertEquals(Optional.of("身份证"), meant(typed), typed);
    }
  }

  @Test
  void oneLetterMayBeWrong() {
    for (String typed : List.of("shenfenzhegn", "shenfenzheg", "shenfwenzheng", "sjenfenzheng")) {
      assertEquals(Optional.of("身份证"), meant(typed), typed);
    }
    assertEquals(Optional.empty(), meant("qqqqqqqq"));
  }

  @Test
  void namesAreCompletedInChineseInPinyinAndByInitials() {
    assertEquals(List.of("身份证", "居民身份证补领"), lexicon.completions("身份", 8));
    assertEquals(List.of("居民身份证补领"), lexicon.completions("jumin", 8));
    assertEquals(List.of("身份证", "居民身份证补领"), lexicon.completions("sfz", 8));
    assertEquals(List.of("身份证"), lexicon.completions("sfz", 1));
    assertEquals(List.of(), lexicon.completions("", 8));
  }

  @Test
  void charactersBeyondTheFirstPlaneAreCompletedAndKept() {
    assertEquals(List.of("𠮷祥街道（办事处）"), lexicon.completions("𠮷", 8));
    assertTrue(meant("𠮷羊街道").orElse("").startsWith("𠮷祥"));
  }
}
