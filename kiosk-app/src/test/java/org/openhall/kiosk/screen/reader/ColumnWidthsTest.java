package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  private static final ColumnWish SHORT = new ColumnWish(2, 2);
  private static final ColumnWish MIDDLE = new ColumnWish(2, 4);
  private static final ColumnWish LONG = new ColumnWish(2, 12);
  private static final ColumnWish FIGURE = new ColumnWish(4.2, 4.2);

  @Test
  void aSmallTableFillsThePage() {
    double[] widths = ColumnWidths.fill(List.of(SHORT, MIDDLE), 900);

    assertEquals(900, Arrays.stream(widths).sum(), widths.length);
  }

  @Test
  void columnsThatWouldBeTooWideGiveOfWhatTheyHaveAboveTheLeast() {
    double[] widths = ColumnWidths.fill(List.of(SHORT, LONG, LONG, LONG), 900);

    assertEquals(900, Arrays.stream(widths).sum(), widths.length);
    assertEquals(ColumnWidths.pixels(2), widths[0], 0.01);
    assertEquals(widths[1], widths[3], 0.01);
  }

  @Test
  void longTextsGetMoreOfTheRoomThanTheirShare() {
    double least = ColumnWidths.pixels(2);
    double[] widths =
        ColumnWidths.fill(
            List.of(LONG, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE), 900);

    assertTrue(widths[0] - least > 3 * 7 * (widths[1] - least) / 2);
  }

  @Test
  void figuresKeepTheirWidthWhereTextsMakeRoom() {
    double[] widths = ColumnWidths.fill(List.of(LONG, LONG, FIGURE, FIGURE, FIGURE), 900);

    assertEquals(ColumnWidths.pixels(4.2), widths[4], 0.01);
    assertEquals(900, Arrays.stream(widths).sum(), widths.length);
  }

  @Test
  void aTableOfTooManyColumnsKeepsTheLeastAndIsWiderThanThePage() {
    double[] widths = ColumnWidths.fill(Collections.nCopies(15, new ColumnWish(2, 3)), 900);

    assertEquals(15 * ColumnWidths.pixels(2), Arrays.stream(widths).sum(), 0.01);
  }

  @Test
  void narrowColumnsThatJustDoNotFitAreStillDrawn() {
    double least = ColumnWidths.pixels(2);

    assertArrayEquals(
        new double[] {least, least}, ColumnWidths.fill(List.of(SHORT, SHORT), 100), 0.01);
  }
}
