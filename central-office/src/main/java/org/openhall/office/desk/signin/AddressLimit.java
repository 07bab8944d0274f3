package org.openhall.office.desk.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many attempts to sign in from one address in each minute. Only the addresses seen last are
 * kept, so that memory has a bound; each instance of the office counts for itself.
 */
final class AddressLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int most;
  private final Map<String, Window> windows;
  private final Clock clock;

  private record Window(Instant begin, int count) {}

  /**
   * @param most attempts of one address in a minute
   * @param addresses how many are kept
   */
  AddressLimit(int most, int addresses, Clock clock) {
    this.most = most;
    this.clock = clock;
    this.windows =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > addresses;
          }
        };
  }

  /** Counts an attempt: seconds to wait, or 0 where it may be made. */
  synchronized long seconds(String address) {
    Instant now = clock.instant();
    Window old = windows.get(address);
    Window window =
        old == null || !now.isBefore(old.begin().plus(WINDOW))
            ? new Window(now, 1)
            : new Window(old.begin(), old.count() + 1);
    windows.put(address, window);
    return window.count() <= most
        ? 0
        : Math.max(1, Duration.between(now, window.begin().plus(WINDOW)).toSeconds());
  }

  /** How many addresses are kept now. */
  synchronized int size() {
    return windows.size();
  }
}
