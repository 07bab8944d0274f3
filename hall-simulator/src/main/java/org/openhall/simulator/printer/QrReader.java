package org.openhall.simulator.printer;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the QR codes off a picture of paper, as a citizen's phone would. */
final class QrReader {

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.CHARACTER_SET, "UTF-8", DecodeHintType.TRY_HARDER, true);

  private QrReader() {}

  /** The texts of all codes that can be read, from top to bottom. */
  static List<String> read(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = new int[width * image.getHeight()];
    image.getRGB(0, 0, width, image.getHeight(), pixels, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      Result[] found =
          new QRCodeMultiReader()
              .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      return Arrays.stream(found).map(Result::getText).toList();
    } catch (NotFoundException e) {
      return List.of();
    }
  }
}
