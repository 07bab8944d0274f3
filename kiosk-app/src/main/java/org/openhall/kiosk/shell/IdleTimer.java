package org.openhall.kiosk.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells when a visit has been left. After a minute without a touch it warns, and half a minute
 * later the visit is over.
 */
public final class IdleTimer {
  /** Seconds without a touch before the warning. */
  public static final int SECONDS_TO_WARNING = 60;

  /** Seconds that the warning counts down. */
  public static final int SECONDS_OF_WARNING = 30;

  private final LongSupplier nanoTime;
  private long touchedAt;

  /**
   * A timer, touched now.
   *
   * @param nanoTime nanoseconds that only grow, such as {@code System::nanoTime}
   */
  public IdleTimer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.touchedAt = nanoTime.getAsLong();
  }

  /** How a visit stands. */
  public sealed interface Phase {
    /** Somebody is there. */
    record Awake() implements Phase {}

    /** Nobody seems to be there; the visit ends in so many seconds, 1 to 30. */
    record Warning(int secondsLeft) implements Phase {}

    /** Nobody is there. */
    record Over() implements Phase {}
  }

  /** Somebody touched something. */
  public void touched() {
    touchedAt = nanoTime.getAsLong();
  }

  /** Nobody is there any more: it warns now, as if nothing had been touched for a minute. */
  public void left() {
    touchedAt = nanoTime.getAsLong() - TimeUnit.SECONDS.toNanos(SECONDS_TO_WARNING);
  }

  /** How the visit stands now. */
  public Phase phase() {
    long idle = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - touchedAt);
    long left = SECONDS_TO_WARNING + SECONDS_OF_WARNING - idle;
    if (idle < SECONDS_TO_WARNING) {
      return new Phase.Awake();
    }
    return left > 0 ? new Phase.Warning((int) left) : new Phase.Over();
  }
}
