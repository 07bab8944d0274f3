package org.openhall.device.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws a row that holds characters the printer lacks, in the same columns and size as the printer
 * would. What no font has was named before: it does not come here.
 */
final class LineRaster {

  /** Blank dots under a row, as the printer's own line spacing leaves. */
  private static final int LEADING = 6;

  /** From so much ink on, of 255, a dot is black: thin strokes would break at one half. */
  private static final int DARK = 96;

  private final RasterFonts fonts;
  private final Profile profile;

  LineRaster(Profile profile, RasterFonts fonts) {
    this.profile = profile;
    this.fonts = fonts;
  }

  Raster draw(Row.Text row) {
    int height = Profile.CHARACTER_DOTS * row.size();
    int columns = PrinterCharset.columns(row.text()) * row.size();
    int indent = row.centred() ? (profile.columns() - columns) / 2 : 0;
    BufferedImage image =
        new BufferedImage(
            profile.dots(), height + LEADING * row.size(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int x = indent * Profile.COLUMN_DOTS;
    for (String cell : cells(row.text())) {
      int width = PrinterCharset.columns(cell) * Profile.COLUMN_DOTS * row.size();
      drawCell(pen, cell, new Box(x, width, height));
      x += width;
    }
    pen.dispose();
    return threshold(image);
  }

  /** Where a cell stands in the row, dots. */
  private record Box(int x, int width, int height) {}

  /** Each character with the marks that combine with it. */
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    text.codePoints()
        .forEach(codePoint -> {
          String character = Character.toString(codePoint);
          if (PrinterCharset.isMark(codePoint) && !cells.isEmpty()) {
            cells.addLast(cells.removeLast() + character);
          } else {
            cells.add(character);
          }
        });
    return cells;
  }

  private void drawCell(Graphics2D pen, String cell, Box box) {
    String character = Character.toString(cell.codePointAt(0));
    Optional<Font> font = fonts.find(cell).or(() -> fonts.find(character));
    drawGlyph(pen, cell, box, font.orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1)));
  }

  private static void drawGlyph(Graphics2D pen, String cell, Box box, Font font) {
    pen.setFont(font.deriveFont((float) box.height() - 2));
    int width = pen.getFontMetrics().stringWidth(cell);
    if (width > box.width()) {
      pen.setFont(pen.getFont().deriveFont(narrowed((double) box.width() / width)));
      width = box.width();
    }
    pen.setClip(box.x(), 0, box.width(), box.height());
    pen.drawString(cell, box.x() + (box.width() - width) / 2, box.height() * 7 / 8);
    pen.setClip(null);
  }

  private static AffineTransform narrowed(double factor) {
    return AffineTransform.getScaleInstance(factor, 1);
  }

  private static Raster threshold(BufferedImage image) {
    Raster raster = new Raster(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        raster.dot(x, y, image.getRaster().getSample(x, y, 0) >= DARK);
      }
    }
    return raster;
  }
}
