package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void runsAreSpreadWithinTenPercent() {
    Schedule schedule = new Schedule(Duration.ofSeconds(60), new Random(3));
    Duration shortest = Duration.ofHours(1);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 1000; i++) {
      Duration wait = schedule.distance();
      shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    assertTrue(shortest.compareTo(Duration.ofSeconds(54)) >= 0, shortest.toString());
    assertTrue(longest.compareTo(Duration.ofSeconds(66)) <= 0, longest.toString());
    assertTrue(longest.minus(shortest).compareTo(Duration.ofSeconds(10)) > 0, "they differ");
  }
}
