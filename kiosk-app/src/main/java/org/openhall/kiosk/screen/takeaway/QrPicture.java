package org.openhall.kiosk.screen.takeaway;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.openhall.device.code.QrSymbol;
import org.openhall.device.code.QrSymbol.Correction;

/** Draws codes: each module the same whole number of pixels, the quiet zone around them. */
final class QrPicture {
  private static final int LARGEST_MODULE = 16;

  private QrPicture() {}

  /** Pixels of a module, so that the code of a text is at most so wide. */
  static int modulePixels(QrSymbol symbol, int widest) {
    int modules = symbol.side() + 2 * QrSymbol.QUIET_MODULES;
    return Math.clamp(widest / modules, 1, LARGEST_MODULE);
  }

  /** The code of a text, at most so many pixels wide; its quiet zone is part of it. */
  static ImageView of(String text, int widest) {
    QrSymbol symbol = QrSymbol.of(text, Correction.LOW);
    int scale = modulePixels(symbol, widest);
    int side = (symbol.side() + 2 * QrSymbol.QUIET_MODULES) * scale;
    WritableImage image = new WritableImage(side, side);
    PixelWriter pen = image.getPixelWriter();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pen.setColor(x, y, dark(symbol, x / scale, y / scale) ? Color.BLACK : Color.WHITE);
      }
    }
    ImageView view = new ImageView(image);
    view.setSmooth(false);
    return view;
  }

  private static boolean dark(QrSymbol symbol, int column, int row) {
    int x = column - QrSymbol.QUIET_MODULES;
    int y = row - QrSymbol.QUIET_MODULES;
    boolean inside = x >= 0 && y >= 0 && x < symbol.side() && y < symbol.side();
    return inside && symbol.dark(x, y);
  }
}
