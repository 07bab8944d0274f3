package org.openhall.agent.push;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How many of ten thousand terminals call in the same second; drawn, not timed. */
class StampedeTest {
  private static final int TERMINALS = 10_000;

  /** Of how many the fullest second is. */
  private static int fullest(Function<Random, Duration> wait) {
    int[] calls = new int[(int) Backoff.LONGEST.toSeconds() + 1];
    for (int terminal = 0; terminal < TERMINALS; terminal++) {
      calls[(int) wait.apply(new Random(terminal * 7_919L)).toSeconds()]++;
    }
    int most = 0;
    for (int count : calls) {
      most = Math.max(most, count);
    }
    return most;
  }

  private static Duration tryNumber(int number, Random random) {
    Backoff backoff = new Backoff(random);
    Duration wait = backoff.next();
    for (int n = 1; n < number; n++) {
      wait = backoff.next();
    }
    return wait;
  }

  @Test
  void afterAReleaseTheyCallOverTheTimeThatTheOfficeNamed() {
    int most = fullest(random -> new Spread(random).within(40));
    assertTrue(most < 250 * 1.4, "250 a second on average, and " + most);
  }

  @Test
  void afterTheOfficeStartsAgainTheyComeBackOverAQuarterOfAMinute() {
    int most = fullest(random -> tryNumber(1, random));
    assertTrue(most < 1.2 * TERMINALS / Backoff.FIRST.toSeconds(), most + " in a second");
  }

  @Test
  void whoeverFoundItBusyComesBackOverEverLongerTimes() {
    int third = fullest(random -> tryNumber(3, random));
    assertTrue(third < 1.4 * TERMINALS / 60, third + " in a second at the third try");
    int eighth = fullest(random -> tryNumber(8, random));
    assertTrue(
        eighth < 1.8 * TERMINALS / Backoff.LONGEST.toSeconds(), eighth + " at the eighth try");
  }
}
