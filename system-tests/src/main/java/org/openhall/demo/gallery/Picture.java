package org.openhall.demo.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture, opaque: 0xAARRGGBB, row by row from above. Not changed once it is made. */
final class Picture {
  private static final int QUARTER = 4;
  private static final int HALF = 2;
  private static final int STEPS = 0xf8f8f8;

  private final int width;
  private final int height;
  private final int[] pixels;

  /** Takes the pixels as they are. */
  Picture(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int[] pixels() {
    return pixels;
  }

  /** Reads a PNG. */
  static Picture read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no picture");
    }
    int width = image.getWidth();
    int height = image.getHeight();
    return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /** Writes a PNG, with the folders that it needs. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(image, "png", file.toFile());
  }

  /**
   * The same at a quarter of width and height; each pixel is the mean of sixteen, in steps of
   * eight, which halves the file.
   */
  Picture quarter() {
    return smaller(QUARTER);
  }

  /** The same at half the width and height, made as {@link #quarter()}. */
  Picture half() {
    return smaller(HALF);
  }

  /** The part between these edges, as far as they are in the picture. */
  Picture part(int left, int top, int right, int bottom) {
    int x = Math.clamp(left, 0, width);
    int y = Math.clamp(top, 0, height);
    int w = Math.clamp(right, x, width) - x;
    int h = Math.clamp(bottom, y, height) - y;
    int[] cut = new int[w * h];
    for (int row = 0; row < h; row++) {
      System.arraycopy(pixels, (y + row) * width + x, cut, row * w, w);
    }
    return new Picture(w, h, cut);
  }

  private Picture smaller(int times) {
    int w = width / times;
    int h = height / times;
    int[] small = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        small[y * w + x] = mean(x * times, y * times, times);
      }
    }
    return new Picture(w, h, small);
  }

  private int mean(int left, int top, int times) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int all = times * times;
    for (int at = 0; at < all; at++) {
      int pixel = pixels[(top + at / times) * width + left + at % times];
      red += (pixel >> 16) & 0xff;
      green += (pixel >> 8) & 0xff;
      blue += pixel & 0xff;
    }
    return 0xff000000 | ((((red / all) << 16) | ((green / all) << 8) | (blue / all)) & STEPS);
  }
}
