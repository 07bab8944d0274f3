package org.openhall.office.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhall.content.codec.EncodedRecord;

class ComparisonTest {
  private static Optional<EncodedRecord> record(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Optional.of(new EncodedRecord("service-guide", "g", bytes));
  }

  /** What was changed in brackets, so that it is read like a corrected page. */
  private static List<String> told(String before, String after) {
    return told(record(before), record(after));
  }

  private static List<String> told(Optional<EncodedRecord> before, Optional<EncodedRecord> after) {
    return Comparison.of(before, after).stream()
        .map(one ->
            one.kind()
                + " "
                + one.path()
                + ": "
                + marked(one.before())
                + " -> "
                + marked(one.after()))
        .toList();
  }

  private static String marked(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.isChanged() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void marksTheCharactersThatDiffer() {
    assertEquals(
        List.of("CHANGED promisedLimit: [10]个工作日 -> [5]个工作日", "CHANGED title: 户口登记 -> 户口[迁移]登记"),
        told(
            "{'promisedLimit':'10个工作日','title':'户口登记'}",
            "{'promisedLimit':'5个工作日','title':'户口迁移登记'}"));
  }

  @Test
  void whatStandsInEveryVersionOfItsOwnIsNoDifference() {
    assertEquals(
        List.of(),
        told(
            "{'header':{'id':'g','revision':1,'origin':{'asOf':'2026-01-01'}}}",
            "{'header':{'id':'g','revision':2,'origin':{'asOf':'2026-11-30'}}}"));
  }

  @Test
  void rowsAreFoundAgainWhereOthersWerePutBetween() {
    assertEquals(
        List.of("ADDED materials[1]:  -> [照片 · 2]", "CHANGED materials[2].copies: [1] -> [2]"),
        told(
            "{'materials':[{'name':'身份证'},{'name':'户口簿','copies':1}]}",
            "{'materials':[{'name':'身份证'},{'name':'照片','copies':2},{'name':'户口簿','copies':2}]}"));
  }

  @Test
  void aRowThatIsGoneIsNamedByItsEarlierPlace() {
    assertEquals(
        List.of("REMOVED materials[0]: [身份证] -> "),
        told("{'materials':[{'name':'身份证'},{'name':'照片'}]}", "{'materials':[{'name':'照片'}]}"));
  }

  @Test
  void blocksOfAnotherKindAreTakenOutAndPutIn() {
    assertEquals(
        List.of("REMOVED body[0]: [一] -> ", "ADDED body[0]:  -> [甲；乙]"),
        told(
            "{'body':[{'kind':'paragraph','text':'一'}]}",
            "{'body':[{'kind':'list','items':['甲','乙']}]}"));
  }

  @Test
  void cellsOfATableAreCompared() {
    assertEquals(
        List.of("CHANGED body[0].rows[1].cells[0].text: [3]元 -> [5]元"),
        told(
            "{'body':[{'kind':'table','rows':[{'cells':[{'text':'收费'}]},{'cells':[{'text':'3元'}]}]}]}",
            "{'body':[{'kind':'table','rows':[{'cells':[{'text':'收费'}]},{'cells':[{'text':'5元'}]}]}]}"));
  }

  @Test
  void unstatedAndNoneAreDifferent() {
    assertEquals(List.of("ADDED fees:  -> []"), told("{}", "{'fees':[]}"));
  }

  @Test
  void aNewRecordIsAllNewAndARemovedOneAllGone() {
    Optional<EncodedRecord> record = record("{'title':'甲','aliases':['乙']}");
    assertEquals(
        List.of("ADDED title:  -> [甲]", "ADDED aliases[0]:  -> [乙]"),
        told(Optional.empty(), record));
    assertEquals(
        List.of("REMOVED title: [甲] -> ", "REMOVED aliases[0]: [乙] -> "),
        told(record, Optional.empty()));
  }

  @Test
  void aLongTextIsComparedBySentences() {
    String sentence = "本办法自公布之日起施行。".repeat(400);
    assertEquals(
        List.of("CHANGED t: " + sentence + "[甲。] -> " + sentence + "[乙。]"),
        told("{'t':'" + sentence + "甲。'}", "{'t':'" + sentence + "乙。'}"));
  }
}
