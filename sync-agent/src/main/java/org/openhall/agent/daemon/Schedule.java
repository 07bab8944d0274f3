package org.openhall.agent.daemon;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When the next run is due.
 *
 * @param every the distance on average, 1 s and up; each is drawn from ±10 %, so that the terminals
 *     of a city do not all call at once
 */
record Schedule(Duration every, RandomGenerator random) {

  Duration distance() {
    double share = 0.9 + 0.2 * random.nextDouble();
    return Duration.ofMillis(Math.round(every.toMillis() * share));
  }
}
