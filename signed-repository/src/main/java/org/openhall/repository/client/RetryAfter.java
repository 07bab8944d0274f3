package org.openhall.repository.client;

import java.net.HttpURLConnection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to be left alone: the header of RFC 9110 §10.2.3, seconds or a date. A
 * date is measured from the server's own {@code Date}, as the terminal's clock may be wrong.
 * Bounded, so that a server that is mistaken or bad does not silence a terminal.
 */
public final class RetryAfter {
  /** The longest wait that is kept. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** 0 where the answer does not say, or not in a form that anybody understands. */
  public static Duration of(HttpURLConnection answered) {
    return of(answered.getHeaderField("Retry-After"), answered.getHeaderField("Date"));
  }

  static Duration of(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return Duration.ZERO;
    }
    String text = retryAfter.strip();
    if (text.matches("\\d+")) {
      return text.length() > MOST_DIGITS
          ? LONGEST
          : bounded(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant now = date == null ? Instant.now() : time(date);
      return bounded(Duration.between(now, time(text)));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private static Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Instant time(String text) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
  }
}
