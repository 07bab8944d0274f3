package org.openhall.simulator.printer;

import com.google.zxing.common.BitMatrix;
import java.util.List;

/** A piece of the paper, from one edge to the other. */
sealed interface PaperItem {

  /** Dots along the paper. */
  int height();

  /** What stands there, in words; empty where nothing is to be read. */
  String text();

  /** A line of characters; {@code height} is the line spacing, or more for tall characters. */
  record Line(List<Glyph> glyphs, Align align, int height) implements PaperItem {

    public Line {
      glyphs = List.copyOf(glyphs);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      glyphs.forEach(glyph -> text.appendCodePoint(glyph.codePoint()));
      return text.toString().stripTrailing();
    }
  }

  /** Black dots, e.g. a QR code. */
  record Dots(BitMatrix dots, Align align, String text) implements PaperItem {

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
