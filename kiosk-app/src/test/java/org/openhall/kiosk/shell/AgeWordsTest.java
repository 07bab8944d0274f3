package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.openhall.content.store.ReleaseInfo;

class AgeWordsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** 23:30 in the hall. */
  private static final Instant PUBLISHED = Instant.parse("2026-11-24T15:30:00Z");

  private static final ReleaseInfo RELEASE = new ReleaseInfo(3, PUBLISHED, "示例市", false);

  @Test
  void daysAreThoseOfTheCalendar() {
    assertEquals("今天", after(Duration.ZERO));
    assertEquals("昨天", after(Duration.ofHours(1)));
    assertEquals("2 天前", after(Duration.ofHours(25)));
    assertEquals("60 天前", after(Duration.ofDays(60)));
    assertEquals("约 2 个月前", after(Duration.ofDays(61)));
    assertEquals("约 12 个月前", after(Duration.ofDays(366)));
  }

  @Test
  void aWrongClockGivesNoAbsurdAge() {
    assertEquals("距今多久无法核对", after(Duration.ofDays(-3)));
    assertEquals("距今多久无法核对", after(Duration.ofDays(-20_000)));
    assertEquals("距今多久无法核对", after(Duration.ofDays(5_000)));
    assertEquals("今天", after(Duration.ofHours(-20)), "clocks differ by hours");
  }

  private static String after(Duration time) {
    return AgeWords.of(RELEASE, Clock.fixed(PUBLISHED.plus(time), ZONE), new Messages());
  }
}
