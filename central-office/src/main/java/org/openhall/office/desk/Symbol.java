package org.openhall.office.desk;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR symbol (ISO/IEC 18004) for a page, with the quiet zone that the standard asks for.
 *
 * @param size side in modules, quiet zone included
 * @param path dark modules, as the {@code d} of an SVG path
 */
public record Symbol(int size, String path) {
  private static final int QUIET_ZONE = 4;

  /**
   * The symbol of a text.
   *
   * @throws IllegalArgumentException when it is longer than a symbol holds
   */
  public static Symbol of(String text) {
    try {
      return of(
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, QUIET_ZONE)));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no symbol holds it", e);
    }
  }

  private static Symbol of(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x, y));
        }
      }
    }
    return new Symbol(modules.getWidth(), path.toString());
  }

  /** As a picture of its own. */
  public String svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>"
        .formatted(size, path);
  }
}
