package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.IdentityCard;
import org.openhall.device.Sense;
import org.openhall.kiosk.ScreenThread;

/** When a visit is asked for, and when it ends. */
class VisitWatchTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Session session = new Session();
  private final VisitWatch watch = ScreenThread.get(() -> new VisitWatch(session, nanos::get));

  @BeforeEach
  void somebodyBegins() {
    watch.absence(Duration.ofSeconds(10));
    watch.presence(Sense.ACTIVE);
    session.begin();
    watch.touched();
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      watch.tick();
    }
  }

  private boolean asks() {
    return watch.overlay().isVisible();
  }

  @Test
  void whoLeavesIsAskedSoonerAndTheVisitEnds() {
    pass(5);
    watch.presence(Sense.QUIET);
    pass(9);
    assertFalse(asks());
    pass(1);
    assertTrue(asks());
    pass(29);
    assertTrue(session.active().get());
    pass(1);
    assertFalse(session.active().get());
  }

  @Test
  void whoeverStepsNearWhileItAsksHasToSaySo() {
    watch.presence(Sense.QUIET);
    pass(10);
    assertTrue(asks());
    watch.presence(Sense.ACTIVE);
    watch.touched();
    pass(29);
    assertTrue(asks(), "it may be somebody else");
    pass(1);
    assertFalse(session.active().get());
  }

  @Test
  void whoGoesOnIsNotAskedBecauseOfTheSensorAgain() {
    watch.presence(Sense.QUIET);
    pass(10);
    watch.goOn();
    assertFalse(asks());
    watch.presence(Sense.ACTIVE);
    pass(5);
    watch.presence(Sense.QUIET);
    pass(54);
    assertFalse(asks(), "the timeout alone rules");
    pass(1);
    assertTrue(asks());
    assertTrue(session.active().get());
  }

  @Test
  void aFlappingOrMuteSensorEndsNothing() {
    for (int i = 0; i < 59; i++) {
      watch.presence(i % 2 == 0 ? Sense.QUIET : Sense.ACTIVE);
      pass(1);
      assertFalse(asks());
    }
    watch.goOn();
    watch.presence(Sense.UNKNOWN);
    pass(59);
    assertFalse(asks());
  }

  @Test
  void anOpenDoorEndsTheVisitAtOnceAndErasesTheCard() {
    IdentityCard card =
        new IdentityCard(
            IdentityCard.Kind.RESIDENT,
            "李四".toCharArray(),
            "110101199003070011".toCharArray(),
            null);
    session.hold(card);
    int[] ends = {0};
    session.onEnd(() -> ends[0]++);
    watch.door(Sense.ACTIVE);
    assertTrue(card.erased());
    assertFalse(session.active().get());
    assertTrue(watch.maintenance().isVisible());
    watch.door(Sense.ACTIVE);
    assertEquals(1, ends[0]);
    watch.door(Sense.QUIET);
    assertFalse(watch.maintenance().isVisible());
  }

  @Test
  void aSwitchThatCannotBeAskedHoldsNothingUp() {
    watch.door(Sense.UNKNOWN);
    assertTrue(session.active().get());
    watch.door(Sense.ACTIVE);
    watch.door(Sense.UNKNOWN);
    assertFalse(watch.maintenance().isVisible());
  }

  @Test
  void anEndIsHeardOnce() {
    int[] ends = {0};
    session.onEnd(() -> ends[0]++);
    watch.presence(Sense.QUIET);
    pass(200);
    assertEquals(1, ends[0]);
  }
}
