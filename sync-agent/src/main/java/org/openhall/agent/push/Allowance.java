package org.openhall.agent.push;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often something may happen: some times at once, and evenly in the long run. Whoever wants
 * more waits, and cannot keep a terminal busy.
 */
final class Allowance {
  private final long each;
  private final long saved;
  private final LongSupplier nanos;
  private long spentUntil;

  /**
   * @param atOnce how many times without a wait, 1 and up
   * @param each the distance in the long run
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Allowance(int atOnce, Duration each, LongSupplier nanos) {
    this.each = each.toNanos();
    this.saved = this.each * atOnce;
    this.nanos = nanos;
    this.spentUntil = nanos.getAsLong() - saved;
  }

  /** How long one would have to wait that is spent now. */
  Duration left() {
    long now = nanos.getAsLong();
    return Duration.ofNanos(Math.max(0, Math.max(spentUntil, now - saved) + each - now));
  }

  /** Spends one; says how long to wait before it may happen. */
  Duration spend() {
    Duration wait = left();
    spentUntil = Math.max(spentUntil, nanos.getAsLong() - saved) + each;
    return wait;
  }
}
