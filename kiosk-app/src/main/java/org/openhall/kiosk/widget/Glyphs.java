package org.openhall.kiosk.widget;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.device.glyph.ShownText;

/**
 * Which characters the fonts of this machine have. The screen is drawn by JavaFX, which does not
 * tell; Java's older drawing tells, and both take every font that the system knows.
 */
public final class Glyphs {
  private static final String ORDINARY_ONES = "noto sans cjk sc";

  private static final Map<Integer, Boolean> ASKED = new ConcurrentHashMap<>();

  private Glyphs() {}

  /** The fonts, read when the first uncommon character is met. */
  private static final class Installed {
    static final List<Font> FONTS =
        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
            .sorted(Comparator.comparing(Installed::isUncommon))
            .toList();

    private static boolean isUncommon(Font font) {
      return !font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT).equals(ORDINARY_ONES);
    }
  }

  /**
   * The text as it is shown: □U+30EDD stands for what no font has. Cheap for common text.
   *
   * @return the same text where all of it can be drawn
   */
  public static String shown(String text) {
    return ShownText.of(text, Glyphs::isDrawn);
  }

  /** Reads the fonts beforehand, off the screen's thread; takes some tenths of a second. */
  public static void prepare() {
    isDrawn(0x20BB7);
  }

  static boolean isDrawn(int codePoint) {
    return isCommon(codePoint) || ASKED.computeIfAbsent(codePoint, Glyphs::isInstalled);
  }

  private static boolean isInstalled(int codePoint) {
    return Installed.FONTS.stream().anyMatch(font -> font.canDisplay(codePoint));
  }

  /** Latin, Chinese marks, the ideographs of everyday text: what every Chinese font has. */
  private static boolean isCommon(int codePoint) {
    return (codePoint >= 0x20 && codePoint < 0x7F)
        || (codePoint >= 0x3001 && codePoint <= 0x301B)
        || (codePoint >= 0x4E00 && codePoint <= 0x9FA5)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF5E);
  }
}
