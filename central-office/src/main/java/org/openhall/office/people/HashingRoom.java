package org.openhall.office.people;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where passwords are hashed: a few at a time, as each takes 19 MiB and a processor. A few more
 * wait, and not for long; whoever comes beyond these is sent away at once, so that a flood takes no
 * thread from those who ask for something else.
 */
final class HashingRoom {
  private final Semaphore places;
  private final Semaphore inside;
  private final int most;
  private final Duration longest;

  /**
   * @param places how many are hashed at a time
   * @param waiting how many more may wait
   * @param longest that one of them waits
   */
  HashingRoom(int places, int waiting, Duration longest) {
    this.places = new Semaphore(places, true);
    this.most = places + waiting;
    this.inside = new Semaphore(most);
    this.longest = longest;
  }

  /** What the work gave; empty where there was no place for it, and nothing was done. */
  <T> Optional<T> run(Supplier<T> work) {
    if (!inside.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return isPlaceFree() ? Optional.of(done(work)) : Optional.empty();
    } finally {
      inside.release();
    }
  }

  /** How many are in it, at a place or waiting. */
  int inside() {
    return most - inside.availablePermits();
  }

  private <T> T done(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean isPlaceFree() {
    try {
      return places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
