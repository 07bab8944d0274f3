package org.openhall.demo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {
  private final Times hundred =
      Times.of(IntStream.rangeClosed(1, 100).mapToObj(it -> (double) (101 - it)).toList());

  @Test
  void percentilesAreValuesThatWereMeasured() {
    assertEquals(1, hundred.least());
    assertEquals(50, hundred.median());
    assertEquals(99, hundred.percentile(99));
    assertEquals(100, hundred.percentile(100));
    assertEquals(100, hundred.most());
  }

  @Test
  void ofFewValuesTheLastPercentilesAreTheMost() {
    Times three = Times.of(List.of(3.0, 1.0, 2.0));

    assertEquals(2, three.median());
    assertEquals(3, three.percentile(99));
  }

  @Test
  void whatLiesAtTheLimitIsNotAbove() {
    assertEquals(75, hundred.percentAbove(25));
    assertEquals(0, hundred.percentAbove(100));
  }

  @Test
  void withoutAMeasurementThereIsNoFigure() {
    assertThrows(IllegalArgumentException.class, () -> Times.of(List.of()));
  }
}
