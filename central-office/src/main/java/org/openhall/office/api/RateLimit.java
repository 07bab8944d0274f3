package org.openhall.office.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many requests of one token in each minute; each instance of the office counts for itself. */
final class RateLimit {
  private final int most;
  private final Clock clock;
  private final Map<Long, Window> windows = new ConcurrentHashMap<>();

  private record Window(Instant begin, int count) {}

  RateLimit(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Seconds to wait; 0 where the request may be done. */
  long seconds(ApiToken token) {
    Instant now = clock.instant();
    Window window =
        windows.compute(
            token.id(),
            (_, old) ->
                old == null || !now.isBefore(old.begin().plus(Duration.ofMinutes(1)))
                    ? new Window(now, 1)
                    : new Window(old.begin(), old.count() + 1));
    return window.count() <= most
        ? 0
        : Math.max(1, Duration.between(now, window.begin().plusSeconds(60)).toSeconds());
  }
}
