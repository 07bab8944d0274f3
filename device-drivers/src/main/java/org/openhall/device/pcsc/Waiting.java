package org.openhall.device.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openhall.device.transport.Backoff;

/**
 * One wait for cards or readers. It lives through restarts of the resource manager, and an
 * interrupt of the caller's thread ends it at once, by SCardCancel.
 */
final class Waiting {

  private static final Backoff BACKOFF =
      Backoff.doubling(Duration.ofMillis(20), Duration.ofMillis(500));

  /** SCardCancel is lost on a thread that is only about to wait; so it is said again. */
  private static final Duration CANCEL_AGAIN = Duration.ofMillis(20);

  private final PcscLite pcsc;
  private final Errands errands;
  private final Duration outage;
  private final long end;
  private final boolean endless;
  private volatile @Nullable Context context;
  private volatile boolean cancelled;
  private long goneSince;
  private int failures;

  /**
   * A wait that begins now.
   *
   * @param timeoutMillis 0: without end
   */
  Waiting(PcscLite pcsc, Errands errands, Duration outage, long timeoutMillis) {
    this.pcsc = pcsc;
    this.errands = errands;
    this.outage = outage;
    this.endless = timeoutMillis == 0;
    this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
  }

  /** The first look through a new context: where the wait begins. */
  interface FirstLook {
    List<ReaderState> at(Context context) throws PcscException;
  }

  /**
   * Waits; several times one after the other, if need be, within the one time.
   *
   * @param first what is known at the beginning, and again after each restart
   * @param enough whether these states are what was waited for
   * @return empty if the time ran out
   * @throws PcscException SCARD_E_CANCELLED after an interrupt; SCARD_E_NO_SERVICE and the like
   *     where the resource manager stayed away; others at once
   */
  Optional<List<ReaderState>> await(FirstLook first, Predicate<List<ReaderState>> enough)
      throws PcscException {
    while (true) {
      try {
        var states = errands.run(() -> watch(first, enough), Duration.ZERO, this::cancel);
        failures = 0;
        return states;
      } catch (PcscException e) {
        if (!outlasts(e.code()) || !pause()) {
          throw e;
        }
      }
    }
  }

  private Optional<List<ReaderState>> watch(FirstLook first, Predicate<List<ReaderState>> enough)
      throws PcscException {
    try (Context fresh = Context.establish(pcsc)) {
      context = fresh;
      List<ReaderState> states = first.at(fresh);
      while (!enough.test(states)) {
        Duration left = left();
        if (cancelled || left.isZero()) {
          return Optional.empty();
        }
        states = next(fresh, states, left);
      }
      return Optional.of(states);
    }
  }

  private static List<ReaderState> next(Context context, List<ReaderState> states, Duration left)
      throws PcscException {
    try {
      return context.awaitChange(states, left);
    } catch (PcscException e) {
      if (e.code() == ReturnCode.SCARD_E_TIMEOUT) {
        return states;
      }
      throw e;
    }
  }

  private Duration left() {
    return endless ? Duration.ofDays(1) : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Whether to go on though the resource manager said this; a new one may not know readers yet. */
  private boolean outlasts(ReturnCode code) {
    boolean starts = failures > 0 && code == ReturnCode.SCARD_E_UNKNOWN_READER;
    if (!code.serviceGone() && !starts) {
      return false;
    }
    if (failures++ == 0) {
      goneSince = System.nanoTime();
    }
    return System.nanoTime() - goneSince < outage.toNanos();
  }

  /** Waits a little before the next attempt; false when the time of the whole wait is over. */
  private boolean pause() throws PcscException {
    Duration wait = BACKOFF.after(failures);
    Duration left = left();
    try {
      Thread.sleep(wait.compareTo(left) < 0 ? wait : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcscException(ReturnCode.SCARD_E_CANCELLED, e);
    }
    return wait.compareTo(left) < 0;
  }

  private void cancel(Errands.Left<?> left) {
    cancelled = true;
    errands.send(() -> wake(left));
  }

  private void wake(Errands.Left<?> left) {
    do {
      Context waitedOn = context;
      if (waitedOn != null) {
        waitedOn.cancel();
      }
    } while (!left.doneWithin(CANCEL_AGAIN));
  }
}
