package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HashingRoomTest {
  /** Else a flood of sign-ins holds every thread of the server. */
  @Test
  void noMoreThanToldAreInside() throws Exception {
    HashingRoom room = new HashingRoom(1, 1, Duration.ofMinutes(1));
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService others = Executors.newFixedThreadPool(3)) {
      Future<Optional<String>> one = others.submit(() -> room.run(() -> held(working, end)));
      working.await();
      Future<Optional<String>> two = others.submit(() -> room.run(() -> "two"));
      while (room.inside() < 2) {
        Thread.onSpinWait();
      }
      Future<Optional<String>> three = others.submit(() -> room.run(() -> "three"));
      while (!three.isDone() && room.inside() <= 2) {
        Thread.onSpinWait();
      }
      int inside = room.inside();
      end.countDown();
      assertEquals(2, inside, "the third waits for nothing");
      assertEquals(Optional.empty(), three.get());
      assertEquals(Optional.of("one"), one.get());
      assertEquals(Optional.of("two"), two.get());
    }
    assertEquals(Optional.of("four"), room.run(() -> "four"));
  }

  private static String held(CountDownLatch working, CountDownLatch end) {
    working.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return "one";
  }

  @Test
  void whoWaitsTooLongGoesAway() {
    HashingRoom room = new HashingRoom(1, 4, Duration.ofMillis(1));
    assertEquals(Optional.of(Optional.empty()), room.run(() -> room.run(() -> "within")));
  }

  @Test
  void whatFailsLeavesItsPlace() {
    HashingRoom room = new HashingRoom(1, 0, Duration.ZERO);
    assertThrows(
        IllegalStateException.class,
        () ->
            room.run(() -> {
              throw new IllegalStateException("on purpose");
            }));
    assertEquals(Optional.of("next"), room.run(() -> "next"));
  }
}
