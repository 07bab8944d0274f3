package org.openhall.agent.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as technicians write it: {@code 2s}, {@code 15m}, {@code 1h}. */
public final class Interval {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([smh])");
  private static final Duration LONGEST = Duration.ofDays(1);

  private Interval() {}

  /** Reads 1 s to a day; empty where the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(form.group(1));
    Duration read =
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return Optional.of(read).filter(it -> it.compareTo(LONGEST) <= 0);
  }
}
