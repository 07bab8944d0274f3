package org.openhall.kiosk.technician;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong PINs since a technician's right one; an attendant's counts neither way, or whoever
 * knows it could guess at the technician's without a wait. From the third on each is followed by a
 * wait: half a minute, then twice as long each time, up to an hour. Kept on the disk, and counted
 * before the PIN is looked at, so that neither a restart nor a pulled plug gives a try more.
 *
 * @param failures how many
 * @param last when the last one was, by the terminal's clock
 */
record Tries(int failures, Instant last) {
  static final Tries NONE = new Tries(0, Instant.EPOCH);

  /** Of a file that cannot be read: as after many, for whoever spoilt it gains nothing. */
  static final int SPOILT = 5;

  private static final int FREE = 2;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  Tries oneMore(Instant now) {
    return new Tries(Math.min(failures + 1, 1_000), now);
  }

  /** How long nobody may try; a clock that was set back does not shorten it. */
  Duration left(Instant now) {
    Duration wait = wait(failures);
    Duration passed = Duration.between(last, now);
    Duration left = passed.isNegative() ? wait : wait.minus(passed);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration wait(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - FREE - 1, 10);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
