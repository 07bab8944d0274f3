package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.device.Sense.ACTIVE;
import static org.openhall.device.Sense.QUIET;
import static org.openhall.device.Sense.UNKNOWN;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.Sense;

class AttendanceTest {
  private long nanos = -7;
  private final Attendance attendance = new Attendance(() -> nanos);

  @BeforeEach
  void tenSeconds() {
    attendance.absence(Duration.ofSeconds(10));
    pass(100);
  }

  private void pass(long seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
  }

  private void senses(Sense sense, long seconds) {
    attendance.sensed(sense);
    pass(seconds);
  }

  @Test
  void whoWasSeenAndIsSeenNoLongerHasGone() {
    senses(ACTIVE, 5);
    attendance.begun();
    senses(ACTIVE, 20);
    senses(QUIET, 9);
    assertFalse(attendance.gone());
    pass(1);
    assertTrue(attendance.gone());
    attendance.sensed(ACTIVE);
    assertFalse(attendance.gone());
  }

  @Test
  void whoWasNeverSeenInThisVisitIsNotMissed() {
    senses(ACTIVE, 20);
    senses(QUIET, 20);
    attendance.begun();
    pass(100);
    assertFalse(attendance.gone());
    senses(ACTIVE, 4);
    senses(QUIET, 10);
    assertTrue(attendance.gone());
  }

  @Test
  void ofASensorThatIsMuteOrGoneNothingFollows() {
    attendance.begun();
    senses(ACTIVE, 5);
    senses(UNKNOWN, 100);
    assertFalse(attendance.gone());
    senses(QUIET, 100);
    assertFalse(attendance.gone(), "it has come back and has not seen the citizen since");
  }

  @Test
  void aTouchProvesItWrong() {
    attendance.begun();
    senses(ACTIVE, 5);
    senses(QUIET, 5);
    attendance.touched();
    pass(100);
    assertFalse(attendance.gone());
    senses(ACTIVE, 5);
    attendance.touched();
    senses(QUIET, 10);
    assertTrue(attendance.gone());
  }

  @Test
  void oneThatErredIsNotBelievedAgainInThisVisit() {
    attendance.begun();
    attendance.erred();
    senses(ACTIVE, 5);
    senses(QUIET, 100);
    assertFalse(attendance.gone());
    senses(ACTIVE, 5);
    attendance.begun();
    senses(QUIET, 10);
    assertTrue(attendance.gone(), "the next citizen's visit");
  }

  @Test
  void oneThatFlapsIsNotBelieved() {
    attendance.begun();
    senses(ACTIVE, 5);
    for (int i = 0; i < 4; i++) {
      senses(QUIET, 1);
      senses(ACTIVE, 1);
    }
    senses(QUIET, 100);
    assertFalse(attendance.gone());
  }

  @Test
  void aPersonWhoMovesAboutDoesNotFlap() {
    attendance.begun();
    for (int i = 0; i < 10; i++) {
      senses(ACTIVE, 4);
      senses(QUIET, 4);
    }
    senses(ACTIVE, 4);
    senses(QUIET, 10);
    assertTrue(attendance.gone());
  }
}
