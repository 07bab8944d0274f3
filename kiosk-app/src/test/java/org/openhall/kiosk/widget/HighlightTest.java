package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightTest {

  @Test
  void findsEveryPlaceOfTheQuery() {
    assertEquals(List.of("身份证", "身份证"), marked("凭身份证领取居民身份证", "身份证"));
  }

  @Test
  void bracketsSpacesAndWidthDoNotCount() {
    assertEquals(List.of("粤府函〔2019〕100 号"), marked("文号：粤府函〔2019〕100 号。", "粤府函[２０１９]100号"));
  }

  @Test
  void aQueryWithoutALetterIsFoundNowhere() {
    assertEquals(List.of(), marked("凭身份证（原件）领取", ""));
    assertEquals(List.of(), marked("凭身份证（原件）领取", "（ "));
  }

  @Test
  void theCommonCharactersAreTheirOwnFold() {
    for (int codePoint = 0x4E00; codePoint <= 0x9FFF; codePoint++) {
      String character = Character.toString(codePoint);
      assertEquals(character, Normalizer.normalize(character, Normalizer.Form.NFKC));
      assertTrue(Character.isLetterOrDigit(codePoint), character);
      assertEquals(character, Highlight.letters(character));
    }
  }

  @Test
  void caseDoesNotCount() {
    assertEquals(List.of("ABC"), marked("表 ABC 附件", "abc"));
  }

  @Test
  void theWordsOfAQueryAreFoundApartWhereTheWholeIsNot() {
    assertEquals(List.of("公积金", "提取"), marked("住房公积金的提取", "公积金 提取"));
  }

  @Test
  void wordsThatOverlapAreMarkedOnce() {
    assertEquals(List.of("居民身份证"), marked("补领居民身份证件", "居民身份 身份证"));
  }

  @Test
  void aSurrogatePairIsNeverCut() {
    assertEquals(List.of("𠮷"), marked("姓名𠮷某", "𠮷"));
  }

  @Test
  void aQueryWithoutLettersMarksNothing() {
    assertEquals(List.of(), marked("〔2019〕", "〔 〕"));
  }

  @Test
  void aCharacterThatFoldsToManyIsMarkedWhole() {
    assertEquals(List.of("㎡"), marked("面积90㎡以下", "m2"));
  }

  private static List<String> marked(String text, String query) {
    return Highlight.in(text, query).stream()
        .map(span -> text.substring(span.from(), span.to()))
        .toList();
  }
}
