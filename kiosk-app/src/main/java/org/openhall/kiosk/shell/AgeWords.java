package org.openhall.kiosk.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.openhall.content.ReleaseAge;
import org.openhall.content.store.ReleaseInfo;

/** How long ago a release was published, in words: by days of the calendar, then by months. */
final class AgeWords {
  private static final int DAYS_TOLD = 60;
  private static final int DAYS_OF_A_MONTH = 30;

  private AgeWords() {}

  static String of(ReleaseInfo release, Clock clock, Messages words) {
    if (ReleaseAge.at(clock.instant(), release.publishedAt(), null).isEmpty()) {
      return words.text("age.unknown");
    }
    LocalDate published = LocalDate.ofInstant(release.publishedAt(), clock.getZone());
    long days = Math.max(0, ChronoUnit.DAYS.between(published, LocalDate.now(clock)));
    if (days < 2) {
      return words.text(days == 0 ? "age.today" : "age.yesterday");
    }
    return days > DAYS_TOLD
        ? words.text("age.months", days / DAYS_OF_A_MONTH)
        : words.text("age.days", days);
  }
}
