package org.openhall.kiosk.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Optional;
import org.openhall.device.PageDocument;

/**
 * An attachment on its way to the A4 printer: the very bytes whose hash was checked, in memory, so
 * that what becomes of the file on the disk meanwhile changes nothing.
 */
public final class PrintedFile implements PageDocument, AutoCloseable {
  private static final double SHEET_POINTS = 210 / 25.4 * 72;

  /** White around a picture, which has no margins of its own, on each side. */
  private static final double PICTURE_MARGIN = 0.05;

  private final PageSource source;
  private final Optional<byte[]> pdf;
  private final FileThread thread;
  private final int pages;

  PrintedFile(PageSource source, Optional<byte[]> pdf, FileThread thread) {
    this.source = source;
    this.pdf = pdf;
    this.thread = thread;
    this.pages = source.pages();
  }

  @Override
  public int pages() {
    return pages;
  }

  @Override
  public Optional<byte[]> pdf() {
    return pdf;
  }

  @Override
  public Optional<Sheet> draw(int page, int width, int height) {
    return thread.await(() -> painted(page, width, height));
  }

  private Sheet painted(int page, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.setBackground(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      place(graphics, source.size(page), width, height, page);
    } finally {
      graphics.dispose();
    }
    return new Sheet(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
  }

  /** In the middle, a lying page turned; a PDF in its own size unless the sheet is smaller. */
  private void place(Graphics2D graphics, PageSize size, int width, int height, int page)
      throws IOException {
    boolean lies = size.width() > size.height();
    double across = lies ? size.height() : size.width();
    double down = lies ? size.width() : size.height();
    double fit = Math.min(width / across, height / down);
    double scale =
        pdf.isPresent() ? Math.min(fit, width / SHEET_POINTS) : fit * (1 - 2 * PICTURE_MARGIN);
    graphics.translate((width - across * scale) / 2, (height - down * scale) / 2);
    if (lies) {
      graphics.translate(across * scale, 0);
      graphics.rotate(Math.PI / 2);
    }
    source.paint(page, scale, graphics);
  }

  /** Lets go of what was unpacked. */
  @Override
  public void close() {
    thread.run(source::close);
  }
}
