package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.openhall.device.Receipt.Line;

class BarcodeRasterTest {

  @Test
  void barsTooWideForThePaperStandAlongIt() {
    assertEquals(96, BarcodeRaster.of("20260101-0042", 576).height());
    Raster along = BarcodeRaster.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 384);
    assertEquals(384, along.width());
    assertTrue(along.height() > 384);
  }

  @Test
  void aBarcodeHoldsAsciiAlone() {
    assertThrows(IllegalArgumentException.class, () -> new Line.Barcode("办1"));
    assertThrows(IllegalArgumentException.class, () -> new Line.Barcode(""));
    assertThrows(IllegalArgumentException.class, () -> new Line.Barcode("1".repeat(33)));
  }

  @Test
  void aPictureWiderThanThePaperIsMadeSmaller() {
    BitSet right = new BitSet();
    for (int y = 0; y < 10; y++) {
      right.set(y * 800 + 400, (y + 1) * 800);
    }
    Raster raster = PictureRaster.of(new Line.Picture(800, 10, right), 576);
    assertEquals(5, raster.height());
    assertFalse(raster.black(287, 4));
    assertTrue(raster.black(288, 4));
    assertTrue(raster.black(487, 0));
    assertFalse(raster.black(488, 0));
  }
}
