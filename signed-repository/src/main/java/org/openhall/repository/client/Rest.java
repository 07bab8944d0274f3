package org.openhall.repository.client;

import java.time.Duration;
import java.util.Optional;
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
  private Optional<Exception> trouble = Optional.empty();

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
        "", "%s; it asked to wait, %d s are left".formatted(said(), wait.toSeconds() + 1), wait);
  }

  synchronized void wellDone() {
    failures = 0;
    restsUntil = nanos.getAsLong();
    trouble = Optional.empty();
  }

  /** What was last wrong with it, or empty where it last did well. */
  synchronized Optional<Exception> trouble() {
    return trouble;
  }

  private String said() {
    return trouble.map(Exception::getMessage).orElse("");
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

  private boolean failed(Exception met) {
    Duration rest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    restsUntil = nanos.getAsLong() + (rest.compareTo(LONGEST) > 0 ? LONGEST : rest).toNanos();
    String before = said();
    trouble = Optional.of(met);
    return !said().equals(before);
  }
}
