package org.openhall.device.printer;

import java.nio.charset.Charset;

/**
 * The characters that a Chinese printer has in its own font: ASCII, and the two-byte part of GB
 * 18030-2000. Anything else has to be drawn.
 */
final class PrinterCharset {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private PrinterCharset() {}

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
  static boolean hasAll(String text) {
    return text.codePoints().allMatch(PrinterCharset::has);
  }

  static boolean has(int codePoint) {
    if (isNarrow(codePoint)) {
      return true;
    }
    if (codePoint < 0x80 || !Character.isBmpCodePoint(codePoint) || movedSince2000(codePoint)) {
      return false;
    }
    return Character.getType(codePoint) != Character.PRIVATE_USE
        && !Character.isSurrogate((char) codePoint)
        && isInFont(bytes(Character.toString(codePoint)));
  }

  /** Two bytes, and not from FE 50 on: there many printers have the older GBK, and other forms. */
  private static boolean isInFont(byte[] bytes) {
    return bytes.length == 2 && bytes[0] != (byte) 0xFE;
  }

  static byte[] bytes(String text) {
    return text.getBytes(GB18030);
  }

  /** Two-byte positions that later editions gave to other characters than a printer of 2000 has. */
  private static boolean movedSince2000(int codePoint) {
    return codePoint == 0x1E3F
        || (codePoint >= 0x9FB4 && codePoint <= 0x9FBB)
        || (codePoint >= 0xFE10 && codePoint <= 0xFE19);
  }
}
