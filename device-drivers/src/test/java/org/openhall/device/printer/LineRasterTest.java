package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineRasterTest {

  private final LineRaster raster =
      new LineRaster(Profile.builtIn("80mm-gb18030"), new RasterFonts(List.of()));

  @Test
  void everyCharacterStandsInItsOwnColumns() {
    Raster row = raster.draw(new Row.Text("𠮷 A", 1, false));
    assertEquals(576, row.width());
    assertTrue(inked(row, 0, 24));
    assertFalse(inked(row, 24, 36));
    assertTrue(inked(row, 36, 48));
    assertFalse(inked(row, 48, 576));
  }

  @Test
  void aHeadingIsTwiceAsLargeAndCentred() {
    Raster row = raster.draw(new Row.Text("𠮷", 2, true));
    assertEquals(60, row.height());
    assertFalse(inked(row, 0, 264));
    assertTrue(inked(row, 264, 312));
    assertFalse(inked(row, 312, 576));
  }

  private static boolean inked(Raster row, int from, int to) {
    for (int y = 0; y < row.height(); y++) {
      for (int x = from; x < to; x++) {
        if (row.black(x, y)) {
          return true;
        }
      }
    }
    return false;
  }
}
