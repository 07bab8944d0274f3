package org.openhall.device.printer;

import com.google.zxing.oned.Code128Writer;

/**
 * Bars of Code 128 (ISO/IEC 15417): across the paper's middle, or along the paper where they are
 * too wide for it. Drawn, so that no printer leaves out bars that it finds too wide.
 */
final class BarcodeRaster {

  private static final int MODULE_DOTS = 2;
  private static final int QUIET_MODULES = 10;
  private static final int BAR_DOTS = 80;
  private static final int MARGIN_DOTS = 8;

  private BarcodeRaster() {}

  /** Draws what a {@link org.openhall.device.Receipt.Line.Barcode} may hold. */
  static Raster of(String text, int paperDots) {
    boolean[] bars = new Code128Writer().encode(text);
    int quiet = QUIET_MODULES * MODULE_DOTS;
    int length = bars.length * MODULE_DOTS;
    boolean across = length + 2 * quiet <= paperDots;
    int left = (paperDots - (across ? length : BAR_DOTS)) / 2;
    int top = across ? MARGIN_DOTS : quiet;
    Raster raster = new Raster(paperDots, 2 * top + (across ? BAR_DOTS : length));
    for (int along = 0; along < length; along++) {
      for (int bar = 0; bar < BAR_DOTS; bar++) {
        boolean black = bars[along / MODULE_DOTS];
        raster.dot(left + (across ? along : bar), top + (across ? bar : along), black);
      }
    }
    return raster;
  }
}
