package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void aSmallTableFillsThePage() {
    double[] widths = ColumnWidths.fill(List.of(2.0, 4.0), 900);

    assertEquals(900, Arrays.stream(widths).sum(), widths.length);
  }

  @Test
  void columnsThatWouldBeTooWideGiveOfWhatTheyHaveAboveTheNarrowest() {
    double[] widths = ColumnWidths.fill(List.of(2.0, 12.0, 12.0, 12.0), 900);

    assertEquals(900, Arrays.stream(widths).sum(), widths.length);
    assertEquals(ColumnWidths.LEAST, widths[0], 0.01);
    assertEquals(widths[1], widths[3], 0.01);
  }

  @Test
  void longTextsGetMoreOfTheRoomThanTheirShare() {
    double[] widths = ColumnWidths.fill(List.of(12.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0), 900);

    assertTrue(widths[0] - ColumnWidths.LEAST > 3 * 7 * (widths[1] - ColumnWidths.LEAST) / 2);
  }

  @Test
  void aTableOfTooManyColumnsKeepsTheNarrowestAndIsWiderThanThePage() {
    double[] widths = ColumnWidths.fill(Collections.nCopies(15, 3.0), 900);

    assertEquals(15 * ColumnWidths.LEAST, Arrays.stream(widths).sum(), 0.01);
  }

  @Test
  void narrowColumnsThatJustDoNotFitAreStillDrawn() {
    assertArrayEquals(
        new double[] {ColumnWidths.LEAST, ColumnWidths.LEAST},
        ColumnWidths.fill(List.of(2.0, 2.0), 100),
        0.01);
  }
}
