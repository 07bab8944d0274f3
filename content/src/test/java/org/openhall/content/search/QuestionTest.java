package org.openhall.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private final Thesaurus thesaurus =
      new Thesaurus(List.of(new Thesaurus.Group(List.of("上户口", "报户口"), List.of("出生登记"))));

  private Question question(String typed) {
    return Question.of(Query.of(typed), thesaurus, new Fillers());
  }

  @Test
  void wordsThatOnlyMakeAQuestionAreSetAside() {
    assertEquals("身份证丢", question("身份证丢了怎么办？").core().whole());
    assertEquals(List.of("护照"), question("我想办护照需要什么材料").words());
  }

  @Test
  void everydayWordsBringTheOfficialOnes() {
    assertEquals(List.of("上户口", "出生登记"), question("上户口要什么材料").words());
    assertEquals(List.of("出生登记", "上户口", "报户口"), question("出生登记").words());
  }

  @Test
  void theRestIsTakenByPairsOfNeighbours() {
    assertEquals(List.of("免费", "费律", "律师"), question("免费律师").words());
    assertEquals(List.of("𠮷祥"), question("𠮷祥").words());
  }

  @Test
  void whatIsNoQuestionIsAPhrase() {
    assertTrue(question("免费律师").isPhrase());
    assertFalse(question("免费律师怎么请").isPhrase());
    assertFalse(question("上户口").isPhrase());
  }

  @Test
  void aQuestionOfFillersAsksForNothing() {
    assertTrue(question("请问怎么办").core().isEmpty());
    assertEquals(List.of(), question("请问怎么办").terms());
  }
}
