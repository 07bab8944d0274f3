package org.openhall.device.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhall.device.Sense.ACTIVE;
import static org.openhall.device.Sense.QUIET;
import static org.openhall.device.Sense.UNKNOWN;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebounceTest {

  private final Debounce debounce = new Debounce(Duration.ofNanos(100));

  @Test
  void theFirstCountsAtOnceAndAChangeWhenItHasLasted() {
    assertEquals(QUIET, debounce.take(QUIET, 0));
    assertEquals(QUIET, debounce.take(ACTIVE, 10));
    assertEquals(QUIET, debounce.take(ACTIVE, 109));
    assertEquals(ACTIVE, debounce.take(ACTIVE, 110));
  }

  @Test
  void whatBouncesCountsFromItsLastBounceOn() {
    debounce.take(QUIET, 0);
    assertEquals(QUIET, debounce.take(ACTIVE, 10));
    assertEquals(QUIET, debounce.take(QUIET, 60));
    assertEquals(QUIET, debounce.take(ACTIVE, 70));
    assertEquals(QUIET, debounce.take(ACTIVE, 150));
    assertEquals(ACTIVE, debounce.take(ACTIVE, 170));
  }

  @Test
  void whatIsNoLongerKnownIsUnknownAtOnce() {
    debounce.take(ACTIVE, 0);
    assertEquals(UNKNOWN, debounce.take(UNKNOWN, 1));
    assertEquals(ACTIVE, debounce.take(ACTIVE, 2));
  }
}
