package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private final Schedule schedule = new Schedule(Duration.ofMinutes(1), new Random(3));

  private static LongSummaryStatistics seconds(Supplier<Duration> drawn) {
    return Stream.generate(drawn).limit(1000).mapToLong(Duration::toSeconds).summaryStatistics();
  }

  @Test
  void runsAreSpreadWithinTenPercent() {
    LongSummaryStatistics seconds = seconds(schedule::regular);
    assertTrue(seconds.getMin() >= 54 && seconds.getMax() <= 66, seconds::toString);
    assertTrue(seconds.getMax() - seconds.getMin() > 10, seconds::toString);
  }

  @Test
  void eachFailureDoublesTheMostAndNoneMakesItComeSooner() {
    int[] most = {120, 240, 480, 900, 900};
    for (int failures = 1; failures <= most.length; failures++) {
      int run = failures;
      LongSummaryStatistics seconds = seconds(() -> schedule.afterFailures(run));
      assertTrue(seconds.getMin() >= 54, seconds::toString);
      assertTrue(seconds.getMax() <= most[failures - 1], seconds::toString);
      assertTrue(seconds.getMax() > most[failures - 1] * 0.9, seconds::toString);
      assertEquals(
          (54 + most[failures - 1]) / 2.0, seconds.getAverage(), most[failures - 1] / 20.0);
    }
  }

  @Test
  void aYearOfFailuresIsAsAnHour() {
    LongSummaryStatistics seconds = seconds(() -> schedule.afterFailures(500_000));
    assertTrue(seconds.getMax() <= 900, seconds::toString);
  }

  @Test
  void whoAsksOnceADayDoesSoAfterAFailureAsWell() {
    Schedule daily = new Schedule(Duration.ofDays(1), new Random(3));
    LongSummaryStatistics seconds = seconds(() -> daily.afterFailures(3));
    assertTrue(seconds.getMin() >= (long) (0.9 * 86_400), seconds::toString);
    assertTrue(seconds.getMax() <= (long) (1.1 * 86_400), seconds::toString);
  }
}
