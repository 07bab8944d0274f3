package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.Gb18030;

class GlyphsTest {
  /** The files of the pinned packages fonts-noto-cjk and fonts-hanazono. */
  private static final List<String> PINNED =
      List.of(
          "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
          "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
          "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");

  @Test
  void theStandardHas87887Ideographs() {
    assertEquals(87_887, Gb18030.ideographs().distinct().count());
  }

  @Test
  void thePinnedFontsHaveAGlyphForEveryIdeographOfTheStandard() throws Exception {
    List<Font> fonts = pinned();

    List<String> missing =
        Gb18030.ideographs()
            .filter(it -> fonts.stream().noneMatch(font -> font.canDisplay(it)))
            .mapToObj(Integer::toHexString)
            .toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void everyIdeographOfTheStandardIsShownAsItself() {
    List<String> named =
        Gb18030.ideographs()
            .mapToObj(Character::toString)
            .filter(it -> !Glyphs.shown(it).equals(it))
            .toList();

    assertEquals(List.of(), named);
  }

  @Test
  void whatNoFontHasIsNamed() {
    assertEquals("张□U+2EBF0", Glyphs.shown("张" + Character.toString(0x2EBF0)));
    assertEquals("海南省□U+E003", Glyphs.shown("海南省\uE003"));
    assertEquals("□U+10FFFD", Glyphs.shown(Character.toString(0x10FFFD)));
  }

  @Test
  void commonTextStaysTheVerySame() {
    String text = "粤府函〔2019〕100号《通知》\n　ＡＢ①→ 100㎡";

    assertSame(text, Glyphs.shown(text));
    assertFalse(Glyphs.shown("\uE003").contains("\uE003"));
  }

  private static List<Font> pinned() throws IOException, FontFormatException {
    List<Font> fonts = new ArrayList<>();
    for (String file : PINNED) {
      fonts.addAll(List.of(Font.createFonts(new File(file))));
    }
    return fonts;
  }
}
