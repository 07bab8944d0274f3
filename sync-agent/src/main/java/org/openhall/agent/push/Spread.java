package org.openhall.agent.push;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a terminal calls after a release, so that not all call at once. */
final class Spread {
  private final RandomGenerator random;

  Spread(RandomGenerator random) {
    this.random = random;
  }

  /** Anything from nothing to the time that the office wants its terminals spread over. */
  Duration within(int seconds) {
    return Duration.ofMillis(random.nextLong(seconds * 1_000L + 1));
  }
}
