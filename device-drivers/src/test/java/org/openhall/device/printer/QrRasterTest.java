package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.device.Receipt;

class QrRasterTest {

  @Test
  void aCodeIsReadBackOnBothPapers() throws ReaderException {
    for (String key : Profile.keys()) {
      Profile profile = Profile.builtIn(key);
      String text = "https://example.invalid/办事指南/12345?q=𠮷";
      assertEquals(text, read(QrRaster.of(text, profile.dots())));
    }
  }

  @Test
  void theLongestCodeFitsAndIsReadBackOnBothPapers() throws ReaderException {
    String text = "办事".repeat(200);
    for (String key : Profile.keys()) {
      Profile profile = Profile.builtIn(key);
      Raster raster = QrRaster.of(text, profile.dots());
      assertTrue(raster.width() <= profile.dots());
      assertEquals(text, read(raster));
    }
  }

  @Test
  void aCodeStandsInTheMiddle() {
    Raster raster = QrRaster.of("12345", 576);
    int left = 0;
    while (columnIsWhite(raster, left)) {
      left++;
    }
    assertEquals(576 - raster.width(), left, 1);
  }

  @Test
  void moreThanTwelveHundredBytesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Receipt.Line.Qr("办".repeat(401)));
    assertThrows(IllegalArgumentException.class, () -> new Receipt.Line.Qr(""));
  }

  private static boolean columnIsWhite(Raster raster, int x) {
    for (int y = 0; y < raster.height(); y++) {
      if (raster.black(x, y)) {
        return false;
      }
    }
    return true;
  }

  private static String read(Raster raster) throws ReaderException {
    int width = raster.width() + 40;
    int[] pixels = new int[width * raster.height()];
    Arrays.fill(pixels, 0xFFFFFF);
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        pixels[y * width + x] = raster.black(x, y) ? 0 : 0xFFFFFF;
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(
            new HybridBinarizer(new RGBLuminanceSource(width, raster.height(), pixels)));
    return new QRCodeReader().decode(picture, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
  }
}
