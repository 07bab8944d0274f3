package org.openhall.agent.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a day in which large downloads are permitted.
 *
 * @param from included
 * @param until not included; before {@code from} where the hours go over midnight
 */
public record DownloadHours(LocalTime from, LocalTime until, ZoneId zone) {
  private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  /** Reads {@code 23:00-06:00}; empty where it is none. */
  static Optional<DownloadHours> parse(String text, ZoneId zone) {
    Matcher hours = FORM.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(hours.group(1));
      LocalTime until = LocalTime.parse(hours.group(2));
      return from.equals(until)
          ? Optional.empty()
          : Optional.of(new DownloadHours(from, until, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether this time is within them. */
  public boolean contain(Instant time) {
    LocalTime here = time.atZone(zone).toLocalTime();
    boolean begun = !here.isBefore(from);
    boolean over = !here.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }

  @Override
  public String toString() {
    return from + "-" + until;
  }
}
