package org.openhall.device.glyph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ShownTextTest {
  @Test
  void whatCanBeDrawnStaysAsItIs() {
    String text = "李㛃住在𠮷林，粤府函〔2019〕100号";

    assertSame(text, ShownText.of(text, _ -> true));
  }

  @Test
  void whatCannotBeDrawnIsABoxWithItsCodePoint() {
    assertEquals("张□U+30EDD的证", ShownText.of("张\uD883\uDEDD的证", codePoint -> codePoint < 0x30000));
    assertEquals("□U+2EBF0", ShownText.of(Character.toString(0x2EBF0), _ -> false));
  }

  @Test
  void privateUseAndHalfCharactersAreNamedWhateverAFontHas() {
    assertEquals("海南省□U+E003", ShownText.of("海南省\uE003", _ -> true));
    assertEquals("□U+D842号", ShownText.of("\uD842号", _ -> true));
  }

  @Test
  void spacesControlsAndJoiningMarksAreNoBoxes() {
    String text = "一\u3000二\n三\u200B葛\uDB40\uDD00 e\u0301";

    assertSame(text, ShownText.of(text, codePoint -> Character.isLetter(codePoint)));
  }
}
