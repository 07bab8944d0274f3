package org.openhall.device.transport;

import java.time.Duration;

/** How long to wait before the next attempt to reach a device. */
@FunctionalInterface
public interface Backoff {

  /**
   * The wait after so many failures in a row.
   *
   * @param failures at least 1
   */
  Duration after(int failures);

  /** Doubles from the first wait up to the longest. */
  static Backoff doubling(Duration first, Duration longest) {
    return failures -> {
      Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 20));
      return wait.compareTo(longest) < 0 ? wait : longest;
    };
  }
}
