package org.openhall.repository.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long signatures hold, from now on. */
record Lifetimes(Clock clock) {
  /** Timestamp and snapshot have online keys and a short life, renewed by the running office. */
  private static final Duration ONLINE = Duration.ofDays(30);

  private static final Duration OFFLINE = Duration.ofDays(365);

  Instant online() {
    return after(ONLINE);
  }

  /** From then on an online signature is worth renewing. */
  Instant halfOnline() {
    return after(ONLINE.dividedBy(2));
  }

  Instant offline() {
    return after(OFFLINE);
  }

  private Instant after(Duration life) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(life);
  }
}
