package org.openhall.device;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a device has counted. The names are open; those below are used by all devices.
 *
 * @param counts e.g. {@code receipts-printed} → 12; lower-case words joined by hyphens
 */
public record Counters(Map<String, Long> counts) {

  /** Commands that were begun. */
  public static final String COMMANDS = "commands";

  /** Times that the device was reached. */
  public static final String CONNECTIONS = "connections";

  /** Times that the device was lost or failed. */
  public static final String FAULTS = "faults";

  /** Nothing was counted. */
  public static final Counters NONE = new Counters(Map.of());

  public Counters {
    counts = Map.copyOf(counts);
  }

  /** A count, 0 where there is none. */
  public long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** With so many more of one thing. */
  public Counters plus(String name, long more) {
    return plus(new Counters(Map.of(name, more)));
  }

  /** The sums of both. */
  public Counters plus(Counters other) {
    Map<String, Long> sums = new TreeMap<>(counts);
    other.counts.forEach((name, count) -> sums.merge(name, count, Long::sum));
    return new Counters(sums);
  }
}
