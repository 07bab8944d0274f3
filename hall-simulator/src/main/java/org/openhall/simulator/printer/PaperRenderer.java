package org.openhall.simulator.printer;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws a slip as it comes out of a thermal printer at 203 dpi, one pixel a dot: margins at the
 * sides, the teeth of the tear bar at both ends, and near the end of a roll the red edges by which
 * it warns.
 */
final class PaperRenderer {

  private static final Color BACKGROUND = new Color(0xD9DDE1);
  private static final Color PAPER = new Color(0xFDFCF9);
  private static final Color INK = new Color(0x1C1B1F);

  private static final Color NEAR_END = new Color(0xF2A7AE);

  /** Width of a red edge, and how far from the paper's own it is. */
  private static final int EDGE = 9;

  private static final int SIDE_MARGIN = 32;
  private static final int HEAD_MARGIN = 44;
  private static final int FOOT_MARGIN = 60;
  private static final int TOOTH = 8;

  private final int dots;
  private final GlyphPainter painter = new GlyphPainter(INK, PAPER);

  /** For paper with this many printable dots across. */
  PaperRenderer(int dots) {
    this.dots = dots;
  }

  BufferedImage render(List<PaperItem> items, Paper roll) {
    int height = items.stream().mapToInt(PaperItem::height).sum() + HEAD_MARGIN + FOOT_MARGIN;
    int width = dots + 2 * SIDE_MARGIN;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(BACKGROUND);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(PAPER);
    Polygon sheet = sheet(width, height);
    graphics.fill(sheet);
    if (roll != Paper.OK) {
      graphics.setClip(sheet);
      graphics.setColor(NEAR_END);
      graphics.fillRect(EDGE, 0, EDGE, height);
      graphics.fillRect(width - 2 * EDGE, 0, EDGE, height);
      graphics.setClip(null);
    }
    int y = HEAD_MARGIN;
    for (PaperItem item : items) {
      paint(graphics, item, y);
      y += item.height();
    }
    graphics.dispose();
    return image;
  }

  private static Polygon sheet(int width, int height) {
    Polygon sheet = new Polygon();
    for (int x = 0; x <= width; x += TOOTH) {
      sheet.addPoint(x, x / TOOTH % 2 == 0 ? 0 : TOOTH / 2);
    }
    for (int x = width; x >= 0; x -= TOOTH) {
      sheet.addPoint(x, height - (x / TOOTH % 2 == 0 ? TOOTH / 2 : 0));
    }
    return sheet;
  }

  private void paint(Graphics2D graphics, PaperItem item, int y) {
    switch (item) {
      case PaperItem.Line line -> paintLine(graphics, line, y);
      case PaperItem.Dots image -> paintDots(graphics, image, y);
      case PaperItem.Feed _ -> {}
    }
  }

  private void paintLine(Graphics2D graphics, PaperItem.Line line, int y) {
    int width = line.glyphs().stream().mapToInt(Glyph::width).sum();
    int x = SIDE_MARGIN + line.area().left() + line.align().start(line.area().width(), width);
    int tallest = line.glyphs().stream().mapToInt(Glyph::height).max().orElse(0);
    int baseOfCells = y + (line.height() - tallest) / 2 + tallest;
    for (Glyph glyph : line.glyphs()) {
      painter.paint(graphics, glyph, x, baseOfCells);
      x += glyph.width();
    }
  }

  /** Dots beyond the paper's width are not printed. */
  private void paintDots(Graphics2D graphics, PaperItem.Dots image, int y) {
    BitMatrix matrix = image.dots();
    PaperItem.Area area = image.area();
    int start = area.left() + image.align().start(area.width(), matrix.getWidth());
    int left = SIDE_MARGIN + start;
    graphics.setColor(INK);
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < Math.min(matrix.getWidth(), dots - start); column++) {
        if (matrix.get(column, row)) {
          graphics.fillRect(left + column, y + row, 1, 1);
        }
      }
    }
  }
}
