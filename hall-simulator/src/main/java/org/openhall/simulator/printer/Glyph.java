package org.openhall.simulator.printer;

/**
 * A character on paper.
 *
 * @param cell room that it takes, in dots at normal size
 * @param before dots of space before it
 * @param after dots of space after it
 */
record Glyph(int codePoint, Look look, Cell cell, int before, int after) {

  /** The cell of a character: Hanzi 24 by 24, Latin 12 by 24, the small font 9 by 17. */
  enum Cell {
    HANZI(24, 24),
    LATIN(12, 24),
    SMALL(9, 17);

    private final int width;
    private final int height;

    Cell(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }
  }

  /** How a character is drawn: magnified from 1 to 8 times, bold, underlined, white on black. */
  record Look(
      int widthTimes, int heightTimes, boolean bold, boolean underlined, boolean reversed) {}

  /** The same with so many more dots before it, or fewer, so that it covers what stands there. */
  Glyph movedBy(int dots) {
    return new Glyph(codePoint, look, cell, before + dots, after);
  }

  int width() {
    return before + cell.width() * look.widthTimes() + after;
  }

  int height() {
    return cell.height() * look.heightTimes();
  }
}
