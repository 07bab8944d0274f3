package org.openhall.agent.push;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much may come over the line: some at once, and one a second in the long run. Whoever sends
 * more waits, and cannot keep a terminal busy.
 */
final class Allowance {
  static final int AT_ONCE = 10;
  static final Duration EACH = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private long spentUntil;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Allowance(LongSupplier nanos) {
    this.nanos = nanos;
    this.spentUntil = nanos.getAsLong() - EACH.toNanos() * AT_ONCE;
  }

  /** Spends one; says how long to wait before it may be looked at. */
  Duration spend() {
    long now = nanos.getAsLong();
    long full = now - EACH.toNanos() * AT_ONCE;
    spentUntil = Math.max(spentUntil, full) + EACH.toNanos();
    return Duration.ofNanos(Math.max(0, spentUntil - now));
  }
}
