package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void accentsDoNotCount() {
    assertEquals(List.of("Résumé"), marked("Résumé 表", "resume"));
  }

  @Test
  void halfAndMoreOfACharacterThatFoldsToManyIsMarkedOnce() {
    assertEquals(List.of("㎡"), marked("90㎡", "m"));
    assertEquals(List.of("⑪"), marked("⑪", "1"));
  }

  @Test
  void asTheyStandMeansNotInTheirWords() {
    assertEquals(List.of(), Highlight.of("住房公积金的提取").whole("公积金 提取"));
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
    return Highlight.of(text).in(query).stream()
        .map(span -> text.substring(span.from(), span.to()))
        .toList();
  }
}
