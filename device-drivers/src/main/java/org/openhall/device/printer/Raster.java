package org.openhall.device.printer;

/** A picture of black dots, one bit each, rows of whole bytes, the highest bit at the left. */
final class Raster {

  private final int width;
  private final int height;
  private final byte[] bits;

  /**
   * All white.
   *
   * @param width dots; the last byte of each row is padded with white
   */
  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    bits = new byte[rowBytes(width) * height];
  }

  private static int rowBytes(int width) {
    return (width + 7) / 8;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean black(int x, int y) {
    return (bits[y * rowBytes(width) + x / 8] & 0x80 >> x % 8) != 0;
  }

  /** Puts a dot on white paper; what is black stays black. */
  void dot(int x, int y, boolean black) {
    if (!black) {
      return;
    }
    bits[y * rowBytes(width) + x / 8] |= (byte) (0x80 >> x % 8);
  }
}
