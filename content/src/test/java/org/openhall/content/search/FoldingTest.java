package org.openhall.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void bracketsSpacesWidthAndCaseMakeNoDifference() {
    for (String written :
        List.of("粤府函〔2019〕100号", "粤府函[2019]100号", "粤府函 （２０１９）　100 号", "粤府函【2019】\u200B100号")) {
      assertEquals("粤府函2019100号", Folding.fold(written));
    }
    assertEquals("abcé".replace("é", "e"), Folding.fold("ＡＢcÉ"));
  }

  @Test
  void theCommonCharactersAreTheirOwnFold() {
    for (int codePoint = 0x4E00; codePoint <= 0x9FFF; codePoint++) {
      String character = Character.toString(codePoint);
      assertEquals(character, Normalizer.normalize(character, Normalizer.Form.NFKD));
      assertEquals(character, Folding.fold(character));
    }
  }

  @Test
  void everyFoldedCharacterKnowsItsOrigin() {
    Folding folded = Folding.of("《𠮷㎏》号");
    assertEquals("𠮷kg号", folded.text());
    assertEquals(1, folded.originOf(0));
    assertEquals(3, folded.originOf(2));
    assertEquals(3, folded.originOf(3));
    assertEquals(5, folded.originOf(4));
  }

  @Test
  void whateverIsTypedFoldsToWellFormedTextAndStaysSo() {
    Random random = new Random(11);
    for (int i = 0; i < 5000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int j = random.nextInt(8); j >= 0; j--) {
        typed.append((char) random.nextInt(0x10000));
      }
      String folded = Folding.fold(typed.toString());
      assertTrue(folded.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
      assertEquals(folded, Folding.fold(folded));
    }
  }

  @Test
  void gramsAreCharactersAndPairsOfOneLineOnceEach() {
    Grams grams = new Grams();
    grams.add("甲乙甲乙\n𠮷");
    assertEquals(Set.of("甲", "乙", "甲乙", "乙甲", "𠮷"), Set.of(grams.tokens().strip().split(" ", -1)));
  }

  @Test
  void numbersAreTokensAsAWholeButNotWhereTheyMayGoOn() {
    Grams grams = new Grams();
    grams.add("函2019100号");
    assertTrue(Set.of(grams.tokens().strip().split(" ", -1)).contains("2019100"));
    assertTrue(Query.of("函〔2019〕100号").tokens().contains("2019100"));
    assertFalse(Query.of("〔2019〕100号").tokens().contains("2019100"));
    assertFalse(Query.of("函〔2019〕100").tokens().contains("2019100"));
  }

  @Test
  void queriesAreTheirWordsFolded() {
    assertEquals(List.of("身份证", "办理"), Query.of(" 身份证　《办理》 ").words());
    assertEquals("身份证办理", Query.of("身份证 办理").whole());
    assertTrue(Query.of(" *\"'()- \uD800 ").isEmpty());
    assertEquals(64, Query.of("字".repeat(1000)).whole().length());
  }

  @Test
  void linesOfSignsAloneLeaveNothing() {
    for (String text : List.of("", "——", "（ ）", "\uD800", "…… 。")) {
      assertFalse(Folding.leavesAny(text), text);
      assertEquals("", Folding.fold(text));
    }
    assertTrue(Folding.leavesAny("（一）"));
    assertTrue(Folding.leavesAny("— ½"));
  }
}
