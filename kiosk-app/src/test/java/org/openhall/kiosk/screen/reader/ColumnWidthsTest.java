package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void aSmallTableFillsThePage() {
    double[] widths = ColumnWidths.fill(List.of(2.0, 4.0), 900);

    assertEquals(900, Arrays.stream(widths).sum(), 0.01);
  }

  @Test
  void columnsThatWouldBeTooWideGiveOfWhatTheyHaveAboveTheNarrowest() {
    double[] widths = ColumnWidths.fill(List.of(2.0, 12.0, 12.0, 12.0), 900);

    assertEquals(900, Arrays.stream(widths).sum(), 0.01);
    assertEquals(ColumnWidths.LEAST, widths[0], 0.01);
    assertEquals(widths[1], widths[3], 0.01);
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
