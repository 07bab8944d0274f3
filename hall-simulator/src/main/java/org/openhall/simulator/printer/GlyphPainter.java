package org.openhall.simulator.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.Stream;

/** Draws single characters into their cells with the fonts of the machine, Hanzi fonts first. */
final class GlyphPainter {

  private static final List<String> FAMILIES =
      List.of("Noto Sans Mono CJK SC", "Noto Sans CJK SC", "HanaMinA", "HanaMinB", Font.SANS_SERIF);

  /** Where the baseline stands in a cell, from its top. */
  private static final double BASELINE = 0.86;

  private static final String NO_GLYPH = "□";

  private final List<Font> plain;
  private final List<Font> bold;
  private final Color ink;
  private final Color paper;

  GlyphPainter(Color ink, Color paper) {
    this.ink = ink;
    this.paper = paper;
    this.plain = fonts(Font.PLAIN);
    this.bold = fonts(Font.BOLD);
  }

  private static List<Font> fonts(int style) {
    return FAMILIES.stream()
        .map(family -> new Font(family, style, Glyph.Cell.HANZI.height()))
        .filter(font -> isInstalled(font))
        .toList();
  }

  /** AWT puts another family in the place of one that is missing. */
  private static boolean isInstalled(Font font) {
    return Stream.of(font.getFamily(), font.getName()).allMatch(font.getName()::equals)
        || font.getName().equals(Font.SANS_SERIF);
  }

  /** Draws a character, its cell's lower left corner at (x, bottom). */
  void paint(Graphics2D graphics, Glyph glyph, int x, int bottom) {
    int cellWidth = glyph.width() - glyph.before() - glyph.after();
    int left = x + glyph.before();
    int top = bottom - glyph.height();
    graphics.setColor(ink);
    if (glyph.look().reversed()) {
      graphics.fillRect(left, top, cellWidth, glyph.height());
      graphics.setColor(paper);
    }
    if (glyph.codePoint() > ' ') {
      paintShape(graphics, glyph, left, top);
    }
    if (glyph.look().underlined()) {
      graphics.fillRect(left, bottom - 2, cellWidth, 2);
    }
  }

  private void paintShape(Graphics2D graphics, Glyph glyph, int left, int top) {
    double size = (double) glyph.cell().height() / Glyph.Cell.HANZI.height();
    Font font = fontFor(glyph.codePoint(), glyph.look().bold() ? bold : plain);
    boolean drawable = font.canDisplay(glyph.codePoint());
    String text = drawable ? Character.toString(glyph.codePoint()) : NO_GLYPH;
    TextLayout layout = new TextLayout(text, font, graphics.getFontRenderContext());
    double room = glyph.cell().width() / size;
    double squeeze = Math.min(1, room / Math.max(1, layout.getAdvance()));
    double inset = (room - layout.getAdvance() * squeeze) / 2;
    AffineTransform place = AffineTransform.getTranslateInstance(left, top);
    place.scale(glyph.look().widthTimes() * size, glyph.look().heightTimes() * size);
    place.translate(inset, Glyph.Cell.HANZI.height() * BASELINE);
    place.scale(squeeze, 1);
    graphics.fill(layout.getOutline(place));
  }

  private static Font fontFor(int codePoint, List<Font> fonts) {
    return fonts.stream()
        .filter(font -> font.canDisplay(codePoint))
        .findFirst()
        .orElse(fonts.getLast());
  }
}
