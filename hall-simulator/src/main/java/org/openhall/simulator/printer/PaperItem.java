package org.openhall.simulator.printer;

import com.google.zxing.common.BitMatrix;
import java.util.List;
import java.util.Optional;

/** A piece of the paper, from one edge to the other. */
sealed interface PaperItem {

  /** Dots along the paper. */
  int height();

  /** What stands there, in words; empty where nothing is to be read. */
  String text();

  /**
   * The part of the paper's width in which is printed, dots.
   *
   * @param left from the left of what is printable
   */
  record Area(int left, int width) {}

  /** A line of characters; {@code height} is the line spacing, or more for tall characters. */
  record Line(List<Glyph> glyphs, Align align, Area area, int height) implements PaperItem {

    public Line {
      glyphs = List.copyOf(glyphs);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (Glyph glyph : glyphs) {
        text.repeat(" ", Math.max(0, glyph.before() / Glyph.Cell.LATIN.width()));
        text.appendCodePoint(glyph.codePoint());
      }
      return text.toString().stripTrailing();
    }
  }

  /** Black dots, e.g. a QR code. */
  record Dots(BitMatrix dots, Align align, Area area, String text) implements PaperItem {

    /** What is sent as an image in pieces; each other symbol is one command. */
    static final String IMAGE = "[image]";

    /** Both as one, where the other is a further piece of the same image. */
    Optional<Dots> continuedBy(Dots next) {
      boolean same =
          text.equals(IMAGE)
              && next.text.equals(IMAGE)
              && align == next.align
              && area.equals(next.area);
      if (!same || dots.getWidth() != next.dots.getWidth()) {
        return Optional.empty();
      }
      BitMatrix whole = new BitMatrix(dots.getWidth(), height() + next.height());
      for (int y = 0; y < whole.getHeight(); y++) {
        boolean upper = y < height();
        BitMatrix from = upper ? dots : next.dots;
        whole.setRow(y, from.getRow(upper ? y : y - height(), null));
      }
      return Optional.of(new Dots(whole, align, area, text));
    }

    @Override
    public int height() {
      return dots.getHeight();
    }
  }

  /** Paper fed without printing. */
  record Feed(int height) implements PaperItem {

    @Override
    public String text() {
      return "";
    }
  }
}
