package org.openhall.device.printer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into rows of so many columns, by the line-breaking rules of Chinese: no row begins with
 * a closing mark, and words and numbers stay whole unless they are wider than a row.
 */
final class TextWrap {

  private final int columns;
  private final List<String> rows = new ArrayList<>();
  private final StringBuilder row = new StringBuilder();
  private int filled;

  private TextWrap(int columns) {
    this.columns = columns;
  }

  /** The rows of the text; one empty row for an empty text. */
  static List<String> rows(String text, int columns) {
    TextWrap wrap = new TextWrap(columns);
    clean(text).lines().forEach(wrap::paragraph);
    return wrap.rows.isEmpty() ? List.of("") : wrap.rows;
  }

  /**
   * Without whatever a printer might take for a command, and with plain spaces. Line feeds stay.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(TextWrap::plain).filter(c -> c >= 0).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int plain(int codePoint) {
    if (codePoint == '\n' || codePoint == '\u3000') {
      return codePoint;
    }
    if (codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
      return ' ';
    }
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.FORMAT ? -1 : codePoint;
  }

  private void paragraph(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      piece(text.substring(from, to));
      from = to;
    }
    endRow();
  }

  private void piece(String piece) {
    int width = PrinterCharset.columns(piece.stripTrailing());
    if (filled > 0 && filled + width > columns) {
      endRow();
    }
    piece.codePoints().forEach(this::append);
  }

  private void append(int codePoint) {
    int width = PrinterCharset.columns(codePoint);
    if (filled + width > columns) {
      if (codePoint == ' ') {
        return;
      }
      endRow();
    }
    row.appendCodePoint(codePoint);
    filled += width;
  }

  private void endRow() {
    rows.add(row.toString().stripTrailing());
    row.setLength(0);
    filled = 0;
  }
}
