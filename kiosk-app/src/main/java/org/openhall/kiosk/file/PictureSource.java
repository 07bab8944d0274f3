package org.openhall.kiosk.file;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A PNG or JPEG as a page of its own. A very large one is read with pixels left out. */
final class PictureSource implements PageSource {
  /** Pixels of the file; more is not even counted out. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final double MOST_KEPT = 6_000_000;

  private final BufferedImage picture;
  private final PageSize size;

  private PictureSource(BufferedImage picture, PageSize size) {
    this.picture = picture;
    this.size = size;
  }

  /** Opens a picture; empty where it has too many pixels. */
  static Optional<PictureSource> open(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      return open(in);
    }
  }

  /** The same, of bytes in memory. */
  static Optional<PictureSource> open(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return open(in);
    }
  }

  private static Optional<PictureSource> open(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("no picture");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      return read(reader);
    } finally {
      reader.dispose();
    }
  }

  private static Optional<PictureSource> read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (pixels > MOST_PIXELS) {
      return Optional.empty();
    }
    int step = (int) Math.max(1, Math.ceil(Math.sqrt(pixels / MOST_KEPT)));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = reader.read(0, param);
    return Optional.of(new PictureSource(read, new PageSize(width, height)));
  }

  @Override
  public int pages() {
    return 1;
  }

  @Override
  public PageSize size(int page) {
    return size;
  }

  @Override
  public String text(int page) {
    return "";
  }

  @Override
  public void paint(int page, double scale, Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    double x = size.width() * scale / picture.getWidth();
    double y = size.height() * scale / picture.getHeight();
    graphics.drawImage(picture, AffineTransform.getScaleInstance(x, y), null);
  }

  @Override
  public void close() {
    picture.flush();
  }
}
