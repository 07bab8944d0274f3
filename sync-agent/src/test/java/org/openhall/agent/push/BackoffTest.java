package org.openhall.agent.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(3));

  @Test
  void theBoundDoublesUpToTheLongestAndBeginsAgainAfterAGoodLine() {
    Duration bound = Backoff.FIRST;
    Duration longest = Duration.ZERO;
    for (int n = 0; n < 200; n++) {
      Duration wait = backoff.next();
      assertTrue(wait.compareTo(bound) <= 0, wait + " > " + bound);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
      bound =
          bound.multipliedBy(2).compareTo(Backoff.LONGEST) > 0
              ? Backoff.LONGEST
              : bound.multipliedBy(2);
    }
    assertTrue(longest.compareTo(Backoff.LONGEST.dividedBy(2)) > 0, "it does grow: " + longest);
    backoff.reset();
    assertTrue(backoff.next().compareTo(Backoff.FIRST) <= 0, "short again");
  }

  @Test
  void tenAtOnceAndOneASecondAreAllowed() {
    long[] now = {0};
    Allowance allowance = new Allowance(10, Duration.ofSeconds(1), () -> now[0]);
    for (int n = 0; n < 10; n++) {
      assertEquals(Duration.ZERO, allowance.spend());
    }
    assertEquals(Duration.ofSeconds(1), allowance.left());
    assertEquals(Duration.ofSeconds(1), allowance.spend());
    assertEquals(Duration.ofSeconds(2), allowance.left());
    now[0] = Duration.ofSeconds(3).toNanos();
    assertEquals(Duration.ZERO, allowance.spend());
  }
}
