package org.openhall.device.printer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a printer is told a character, and which it has in its own font besides ASCII. Anything else
 * has to be drawn.
 *
 * @param kanjiMode whether wide characters stand between {@code FS &} and {@code FS .}
 */
record PrinterCharset(Encoding encoding, Font font, boolean kanjiMode) {

  private static final int MIDDLE_DOT = 0x00B7;
  private static final int KATAKANA_DOT = 0x30FB;
  private static final int EURO = 0x20AC;
  private static final int DASH = 0x2014;
  private static final int HORIZONTAL_BAR = 0x2015;

  /** The bytes of a character. */
  enum Encoding {
    GB18030("GB18030"),
    GBK("GBK"),
    UTF_8("UTF-8");

    private final String key;

    Encoding(String key) {
      this.key = key;
    }

    static Optional<Encoding> named(String key) {
      return Arrays.stream(values()).filter(e -> e.key.equals(key)).findFirst();
    }
  }

  /** The two-byte characters of a standard, as printers of its time have them. */
  enum Font {
    /** GB 2312-1980. */
    GB2312,
    /** GBK 1.0. */
    GBK,
    /** The two-byte part of GB 18030-2000. */
    GB18030;

    private final Charset charset = Charset.forName(name());

    static Optional<Font> named(String key) {
      return Arrays.stream(values()).filter(f -> f.name().equals(key)).findFirst();
    }

    /**
     * Two bytes, and not from FE 50 on: there many printers have the older GBK, and other forms.
     */
    private boolean has(int codePoint) {
      byte[] bytes = Character.toString(codePoint).getBytes(charset);
      boolean own = bytes.length == 2 && bytes[0] != (byte) 0xFE;
      return switch (this) {
        case GB2312 -> inGb2312(codePoint, own);
        case GBK -> own && codePoint != EURO; // which came later, though Java's GBK has it
        case GB18030 -> own;
      };
    }

    /** Java gives two places of GB 2312 to other characters than the later standards do. */
    private static boolean inGb2312(int codePoint, boolean byJava) {
      return switch (codePoint) {
        case MIDDLE_DOT, DASH -> true;
        case KATAKANA_DOT, HORIZONTAL_BAR -> false;
        default -> byJava;
      };
    }
  }

  /**
   * Columns that a character takes: 1 for ASCII, 0 for what is drawn over its neighbour, else 2.
   */
  static int columns(int codePoint) {
    if (isNarrow(codePoint)) {
      return 1;
    }
    return isMark(codePoint) ? 0 : 2;
  }

  /** Columns that a text takes. */
  static int columns(String text) {
    return text.codePoints().map(PrinterCharset::columns).sum();
  }

  static boolean isNarrow(int codePoint) {
    return codePoint >= 0x20 && codePoint < 0x7F;
  }

  /** Whether it combines with the character before it. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Whether the printer has every character of the text. */
  boolean hasAll(String text) {
    return text.codePoints().allMatch(this::has);
  }

  boolean has(int codePoint) {
    if (isNarrow(codePoint)) {
      return true;
    }
    if (codePoint < 0x80 || !Character.isBmpCodePoint(codePoint) || movedSince2000(codePoint)) {
      return false;
    }
    return Character.getType(codePoint) != Character.PRIVATE_USE
        && !Character.isSurrogate((char) codePoint)
        && font.has(codePoint);
  }

  /** The bytes of a character that the printer has. */
  byte[] bytes(int codePoint) {
    String text = Character.toString(codePoint);
    return switch (encoding) {
      case GB18030 -> text.getBytes(Font.GB18030.charset);
      case GBK -> text.getBytes(Font.GBK.charset);
      case UTF_8 -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** Two-byte positions that later editions gave to other characters than a printer of 2000 has. */
  private static boolean movedSince2000(int codePoint) {
    return codePoint == 0x1E3F
        || (codePoint >= 0x9FB4 && codePoint <= 0x9FBB)
        || (codePoint >= 0xFE10 && codePoint <= 0xFE19);
  }
}
