package org.openhall.office.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as the office reckons it: China has one time zone, wherever the server stands. */
public final class OfficeTime {
  /** The zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

  private OfficeTime() {}

  /** The machine's clock in the office's zone. */
  public static Clock clock() {
    return Clock.system(ZONE);
  }

  /** The day of a point in time. */
  public static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE).toString();
  }

  /** A point in time to the minute. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
