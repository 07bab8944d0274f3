package org.openhall.device.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import org.openhall.device.PageDocument;

/** A page by which a technician sees margins, greys and characters. */
final class TestPage implements PageDocument {

  private static final int GREYS = 9;

  @Override
  public int pages() {
    return 1;
  }

  @Override
  public Optional<byte[]> pdf() {
    return Optional.empty();
  }

  @Override
  public Optional<Sheet> draw(int page, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, width, height);
      pen.setColor(Color.BLACK);
      draw(pen, width / 210.0, height);
    } finally {
      pen.dispose();
    }
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return Optional.of(new Sheet(width, height, grey));
  }

  /** Frames 5 and 10 mm from the edge, words, and a row of greys. */
  private static void draw(Graphics2D pen, double mm, int height) {
    pen.setStroke(new BasicStroke((float) (0.3 * mm)));
    for (int margin : new int[] {5, 10}) {
      double edge = margin * mm;
      pen.draw(new Rectangle2D.Double(edge, edge, 210 * mm - 2 * edge, height - 2 * edge));
    }
    write(pen, mm, 10, 40, "OpenHall 明厅 · 打印自检 SELF TEST");
    write(pen, mm, 5, 60, "政务公开 0123456789 ABCxyz");
    write(pen, mm, 5, 72, "外框距纸边 5 毫米，内框 10 毫米 · frames 5 mm and 10 mm from the edge");
    for (int i = 0; i < GREYS; i++) {
      int grey = 255 * i / (GREYS - 1);
      pen.setColor(new Color(grey, grey, grey));
      pen.fill(new Rectangle2D.Double((20 + 18 * i) * mm, 85 * mm, 18 * mm, 20 * mm));
    }
  }

  private static void write(Graphics2D pen, double mm, int size, int down, String words) {
    pen.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 1).deriveFont((float) (size * mm)));
    pen.drawString(words, (float) (20 * mm), (float) (down * mm));
  }
}
