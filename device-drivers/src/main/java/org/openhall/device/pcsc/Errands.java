package org.openhall.device.pcsc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs calls of the resource manager on threads that can be left behind. A thread inside of such a
 * call cannot be woken: a mute card holds it until it leaves the reader. Therefore it is never the
 * caller's.
 */
final class Errands {

  private static final System.Logger LOG = System.getLogger(Errands.class.getName());

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("pcsc-", 1).daemon(true).factory());

  /**
   * What is to be done.
   *
   * @param <T> what it brings back
   */
  @FunctionalInterface
  interface Errand<T> {
    T run() throws PcscException;
  }

  /** What is to be done, and brings nothing back. */
  @FunctionalInterface
  interface Chore {
    void run() throws PcscException;
  }

  /** What an errand came back with. */
  private sealed interface Result<T> {

    static <T> Result<T> of(Errand<T> errand) {
      try {
        return new Done<>(errand.run());
      } catch (PcscException e) {
        return new Failed<>(e);
      }
    }
  }

  private record Done<T>(T value) implements Result<T> {}

  private record Failed<T>(PcscException cause) implements Result<T> {}

  /**
   * An errand that nobody waits for any more.
   *
   * @param <T> what it may still bring back
   */
  static final class Left<T> {
    private final CompletableFuture<Result<T>> promise;

    private Left(CompletableFuture<Result<T>> promise) {
      this.promise = promise;
    }

    /** Waits for its end, but not longer than this. */
    boolean doneWithin(Duration time) {
      try {
        promise.get(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException | InterruptedException e) {
        LOG.log(System.Logger.Level.DEBUG, "left behind: " + e.getMessage());
      }
      return true;
    }

    /** Has what it brings back looked after, as soon as it does. */
    void then(Consumer<T> care) {
      var _ =
          promise.thenAccept(result -> {
            if (result instanceof Done<T>(T value)) {
              care.accept(value);
            }
          });
    }
  }

  /** Has something done that nobody waits for; its failure is nobody's either. */
  void send(Chore chore) {
    threads.execute(() -> {
      try {
        chore.run();
      } catch (PcscException e) {
        LOG.log(System.Logger.Level.DEBUG, "left behind: " + e.getMessage());
      }
    });
  }

  /**
   * Has the errand done and waits for it.
   *
   * @param longest zero: for ever
   * @param left told when the caller was interrupted or the time ran out, before this throws
   * @throws PcscException what the errand threw, or SCARD_E_CANCELLED after an interrupt, which
   *     stays set, or SCARD_E_TIMEOUT
   */
  <T> T run(Errand<T> errand, Duration longest, Consumer<Left<T>> left) throws PcscException {
    CompletableFuture<Result<T>> promise =
        CompletableFuture.supplyAsync(() -> Result.of(errand), threads);
    try {
      return valueOf(
          longest.isZero() ? promise.get() : promise.get(longest.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      left.accept(new Left<>(promise));
      Thread.currentThread().interrupt();
      throw new PcscException(ReturnCode.SCARD_E_CANCELLED, e);
    } catch (TimeoutException e) {
      left.accept(new Left<>(promise));
      throw new PcscException(ReturnCode.SCARD_E_TIMEOUT, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call of the resource manager crashed", e.getCause());
    }
  }

  private static <T> T valueOf(Result<T> result) throws PcscException {
    return switch (result) {
      case Done<T>(T value) -> value;
      case Failed<T>(PcscException cause) -> throw new PcscException(cause);
    };
  }
}
