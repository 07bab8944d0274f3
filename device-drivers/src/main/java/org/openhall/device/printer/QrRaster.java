package org.openhall.device.printer;

import org.openhall.device.code.QrSymbol;
import org.openhall.device.code.QrSymbol.Correction;

/** QR codes of a text's UTF-8 bytes, as large as the paper lets them be, in its middle. */
final class QrRaster {

  private static final int LARGEST_MODULE = 8;
  private static final int READABLE_MODULE = 3;

  /** A larger square is not read any better by a telephone. */
  private static final int WIDEST_DOTS = 440;

  private QrRaster() {}

  /** Draws the code of a text that a {@link org.openhall.device.Receipt.Line.Qr} may hold. */
  static Raster of(String text, int paperDots) {
    int widest = Math.min(paperDots, WIDEST_DOTS);
    QrSymbol symbol = QrSymbol.of(text, Correction.MEDIUM);
    if (dotsPerModule(symbol, widest) < READABLE_MODULE) {
      symbol = QrSymbol.of(text, Correction.LOW);
    }
    return draw(symbol, Math.max(1, dotsPerModule(symbol, widest)), paperDots);
  }

  private static int dotsPerModule(QrSymbol symbol, int widest) {
    return Math.min(LARGEST_MODULE, widest / (symbol.side() + 2 * QrSymbol.QUIET_MODULES));
  }

  private static Raster draw(QrSymbol symbol, int scale, int paperDots) {
    int side = symbol.side() * scale;
    int left = (paperDots - side) / 2;
    int top = QrSymbol.QUIET_MODULES * scale;
    Raster raster = new Raster(left + side, side + 2 * top);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        raster.dot(left + x, top + y, symbol.dark(x / scale, y / scale));
      }
    }
    return raster;
  }
}
