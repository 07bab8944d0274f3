package org.openhall.content;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How old a release is, as far as the clock of a terminal can be believed. */
public final class ReleaseAge {
  /** Two clocks that are set by hand differ by so much. */
  private static final Duration SLACK = Duration.ofDays(1);

  /** No signature of a release is good for longer (365 days), and one day of leap years. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private ReleaseAge() {}

  /**
   * The age; empty where the clock cannot be right: it says a time before the release was published
   * or last proved to be the newest, or the release would be older than any signature is good.
   *
   * @param verified when it was last proved to be the newest, or null for never
   */
  public static Optional<Duration> at(
      Instant now, Instant publishedAt, @Nullable Instant verified) {
    boolean isBack = verified != null && now.isBefore(verified.minus(SLACK));
    Duration age = Duration.between(publishedAt, now);
    if (isBack || age.compareTo(SLACK.negated()) < 0 || age.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    return Optional.of(age.isNegative() ? Duration.ZERO : age);
  }
}
