package org.openhall.kiosk.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class NextWordsTest {
  private static final InputMethod INPUT_METHOD = Dictionaries.READ;

  @Test
  void theRestOfANameComesNext() {
    assertTrue(next("工伤").contains("认定"));
    assertTrue(next("营业").contains("执照"));
  }

  @Test
  void theNextWordOfATurnOfPhraseComesNext() {
    assertTrue(next("多少").contains("钱"));
    assertTrue(next("我想要").contains("办理"), "only the end of what was typed is looked at");
    assertTrue(next("护照").contains("办理"), "护照 is a word of public services");
  }

  @Test
  void theListIsShortAndNamesNothingTwice() {
    for (String text : List.of("办", "我", "公积金", "怎么", "中华人民共和国")) {
      List<String> next = next(text);
      assertTrue(next.size() <= 12, text);
      assertEquals(next.stream().distinct().toList(), next);
    }
  }

  @Test
  void behindWhatIsUnknownNothingComes() {
    assertEquals(List.of(), next("𰻝"));
    assertEquals(List.of(), next(""));
    assertEquals(List.of(), new InputMethod(InputMethod.DEBIAN, true).next("公积金"));
  }

  private static List<String> next(String text) {
    return INPUT_METHOD.next(text).stream().map(Candidate::text).toList();
  }
}
