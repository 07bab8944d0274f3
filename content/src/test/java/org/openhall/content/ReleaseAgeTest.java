package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseAgeTest {
  private static final Instant PUBLISHED = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void isTheTimeSinceItWasPublished() {
    for (long days : new long[] {0, 8, 366}) {
      assertEquals(Optional.of(Duration.ofDays(days)), after(Duration.ofDays(days)));
    }
  }

  @Test
  void aClockThatIsALittleSlowMakesItNew() {
    assertEquals(Optional.of(Duration.ZERO), after(Duration.ofHours(-23)));
  }

  @Test
  void aClockThatIsWrongByYearsTellsNothing() {
    assertEquals(Optional.empty(), after(Duration.ofDays(-2)));
    assertEquals(Optional.empty(), after(Duration.ofDays(-20_000)));
    assertEquals(Optional.empty(), after(Duration.ofDays(367)));
    assertEquals(Optional.empty(), after(Duration.ofDays(40_000)));
  }

  @Test
  void aClockThatWentBackBehindTheLastProofTellsNothing() {
    Instant verified = PUBLISHED.plus(Duration.ofDays(20));
    Instant now = PUBLISHED.plus(Duration.ofDays(5));
    assertEquals(Optional.empty(), ReleaseAge.at(now, PUBLISHED, verified));
    assertEquals(Optional.of(Duration.ofDays(20)), ReleaseAge.at(verified, PUBLISHED, verified));
  }

  private static Optional<Duration> after(Duration time) {
    return ReleaseAge.at(PUBLISHED.plus(time), PUBLISHED, null);
  }
}
