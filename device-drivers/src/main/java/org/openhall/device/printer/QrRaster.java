package org.openhall.device.printer;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** QR codes of a text's UTF-8 bytes, as large as the paper lets them be, in its middle. */
final class QrRaster {

  private static final int QUIET_MODULES = 4;
  private static final int LARGEST_MODULE = 8;
  private static final int READABLE_MODULE = 3;

  /** A larger square is not read any better by a telephone. */
  private static final int WIDEST_DOTS = 440;

  private QrRaster() {}

  /** Draws the code of a text that a {@link org.openhall.device.Receipt.Line.Qr} may hold. */
  static Raster of(String text, int paperDots) {
    int widest = Math.min(paperDots, WIDEST_DOTS);
    ByteMatrix modules = encode(text, ErrorCorrectionLevel.M);
    if (dotsPerModule(modules, widest) < READABLE_MODULE) {
      modules = encode(text, ErrorCorrectionLevel.L);
    }
    return draw(modules, Math.max(1, dotsPerModule(modules, widest)), paperDots);
  }

  private static ByteMatrix encode(String text, ErrorCorrectionLevel level) {
    try {
      return Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("this text makes no QR code", e);
    }
  }

  private static int dotsPerModule(ByteMatrix modules, int widest) {
    return Math.min(LARGEST_MODULE, widest / (modules.getWidth() + 2 * QUIET_MODULES));
  }

  private static Raster draw(ByteMatrix modules, int scale, int paperDots) {
    int side = modules.getWidth() * scale;
    int left = (paperDots - side) / 2;
    int top = QUIET_MODULES * scale;
    Raster raster = new Raster(left + side, side + 2 * top);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        raster.dot(left + x, top + y, modules.get(x / scale, y / scale) == 1);
      }
    }
    return raster;
  }
}
