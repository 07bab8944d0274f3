package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.shell.IdleTimer.Phase;

class IdleTimerTest {
  private long nanos = -5;
  private final IdleTimer timer = new IdleTimer(() -> nanos);

  @Test
  void warnsAfterAMinuteAndCountsHalfAMinuteDown() {
    pass(59);
    assertEquals(new Phase.Awake(), timer.phase());
    pass(1);
    assertEquals(new Phase.Warning(30), timer.phase());
    pass(29);
    assertEquals(new Phase.Warning(1), timer.phase());
    pass(1);
    assertEquals(new Phase.Over(), timer.phase());
  }

  @Test
  void aTouchDuringTheWarningStartsTheMinuteAgain() {
    pass(75);
    timer.touched();
    assertEquals(new Phase.Awake(), timer.phase());
    pass(59);
    assertEquals(new Phase.Awake(), timer.phase());
  }

  private void pass(long seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
  }
}
