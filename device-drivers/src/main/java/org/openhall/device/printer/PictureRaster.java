package org.openhall.device.printer;

import org.openhall.device.Receipt.Line.Picture;

/** A picture in the middle of the paper, made smaller by a whole number where it is too wide. */
final class PictureRaster {

  private PictureRaster() {}

  static Raster of(Picture picture, int paperDots) {
    int factor = Math.ceilDiv(picture.width(), paperDots);
    int width = Math.ceilDiv(picture.width(), factor);
    int left = (paperDots - width) / 2;
    Raster raster = new Raster(paperDots, Math.ceilDiv(picture.height(), factor));
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < width; x++) {
        raster.dot(left + x, y, black(picture, x * factor, y * factor, factor));
      }
    }
    return raster;
  }

  /** Whether at least half of a square is black. */
  private static boolean black(Picture picture, int left, int top, int side) {
    int black = 0;
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        black += picture.black(x, y) ? 1 : 0;
      }
    }
    return 2 * black >= side * side;
  }
}
