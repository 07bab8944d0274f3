package org.openhall.agent.push;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the line is tried again: anything between nothing and a bound that
 * doubles, so that ten thousand terminals do not come back in step when an office starts again.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(15);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final RandomGenerator random;
  private Duration bound = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The next wait. */
  Duration next() {
    Duration wait = Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
    Duration twice = bound.multipliedBy(2);
    bound = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return wait;
  }

  /** The line was good: the next wait is a short one. */
  void reset() {
    bound = FIRST;
  }
}
