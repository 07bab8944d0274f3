package org.openhall.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No character is lost on the way into the index, whether a font has it or not. */
class RareCharactersTest {
  /** The ideographs of GB 18030-2022 with its amendment, and the places for private use. */
  private static final int[][] RANGES = {
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0x20000, 0x2A6DF},
    {0x2A700, 0x2EE5D},
    {0x30000, 0x323AF},
    {0xE000, 0xF8FF}
  };

  @Test
  void everyIdeographAndPrivateUseCharacterSurvivesFolding() {
    List<String> lost =
        List.of(RANGES).stream()
            .flatMapToInt(range -> IntStream.rangeClosed(range[0], range[1]))
            .mapToObj(Character::toString)
            .filter(character -> !Folding.fold(character).equals(character))
            .toList();

    assertEquals(List.of(), lost);
  }

  @Test
  void aRareCharacterIsATokenAndAQueryOfItsOwn() {
    for (String rare : List.of("𠮷", "𰻝", "\uE003", "㛃")) {
      Grams grams = new Grams();
      grams.add(Folding.fold("张" + rare + "号"));

      List<String> tokens = List.of(grams.tokens().strip().split(" ", -1));

      assertTrue(tokens.containsAll(List.of(rare, "张" + rare, rare + "号")), rare);
      assertEquals(List.of(rare), Query.of(rare).words());
    }
  }
}
