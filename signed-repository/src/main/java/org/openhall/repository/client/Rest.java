package org.openhall.repository.client;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.openhall.repository.metadata.RepositoryException;

/** How a place is spared after trouble: asked last for a while, or not at all where it asked so. */
final class Rest {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 5;

  private final LongSupplier nanos;
  private int failures;
  private long restsUntil;
  private long waitsUntil;
  private String said = "";

  Rest(LongSupplier nanos) {
    this.nanos = nanos;
    this.restsUntil = nanos.getAsLong();
    this.waitsUntil = restsUntil;
  }

  synchronized boolean isResting() {
    return restsUntil - nanos.getAsLong() > 0;
  }

  /** How long it wants to be left alone. */
  synchronized Duration waitLeft() {
    return Duration.ofNanos(Math.max(0, waitsUntil - nanos.getAsLong()));
  }

  synchronized FetchException.Busy busy(Duration wait) {
    return new FetchException.Busy(
        "", "%s; it asked to wait, %d s are left".formatted(said, wait.toSeconds() + 1), wait);
  }

  synchronized void wellDone() {
    failures = 0;
    restsUntil = nanos.getAsLong();
    said = "";
  }

  /** Returns whether it is news. */
  synchronized boolean after(FetchException trouble) {
    if (trouble instanceof FetchException.NotFound) {
      return false; // a place that is a little behind does well otherwise
    }
    if (trouble instanceof FetchException.Busy busy) {
      waitsUntil = nanos.getAsLong() + busy.waitAsked().toNanos();
    }
    return failed(trouble);
  }

  /** Returns whether it is news. */
  synchronized boolean after(RepositoryException trouble) {
    return failed(trouble);
  }

  private boolean failed(Exception trouble) {
    Duration rest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    restsUntil = nanos.getAsLong() + (rest.compareTo(LONGEST) > 0 ? LONGEST : rest).toNanos();
    String now = String.valueOf(trouble.getMessage());
    boolean isNew = !now.equals(said);
    said = now;
    return isNew;
  }
}
