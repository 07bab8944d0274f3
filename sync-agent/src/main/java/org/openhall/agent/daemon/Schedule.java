package org.openhall.agent.daemon;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How far runs lie apart. Each distance is drawn, so that the terminals of a city do not all call
 * at once, neither every day nor after the office was away.
 *
 * @param every the distance on average, 1 s and up
 */
record Schedule(Duration every, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 20;

  /** The longest distance after failures, unless runs are farther apart anyway. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** After a run that ended well: within ±10 %. */
  Duration regular() {
    return drawn(0.9 * every.toMillis(), 1.1 * every.toMillis());
  }

  /**
   * After so many runs in a row that did not, 1 and up: anything from the regular distance to twice
   * the most of the time before, up to {@link #LONGEST}.
   */
  Duration afterFailures(int failures) {
    long doubled = every.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    long most = Math.min(doubled, LONGEST.toMillis());
    return drawn(0.9 * every.toMillis(), Math.max(1.1 * every.toMillis(), (double) most));
  }

  private Duration drawn(double least, double most) {
    return Duration.ofMillis(Math.round(least + (most - least) * random.nextDouble()));
  }
}
