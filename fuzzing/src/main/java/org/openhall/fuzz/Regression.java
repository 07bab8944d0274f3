package org.openhall.fuzz;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What every test run tries: seeds, kept inputs, and as many new ones as the target says, always
 * the same. An input at which the parser works for five seconds of processor time is one that it
 * loops at; how busy the machine is does not count.
 */
public final class Regression {

  private static final long SEED = 18_030;
  private static final long LONGEST_NANOS = 5_000_000_000L;

  private final FuzzTarget target;
  private volatile byte[] input = {};
  private volatile long begun;

  private Regression(FuzzTarget target) {
    this.target = target;
  }

  /** Every target on the class path. */
  public static List<FuzzTarget> targets() {
    return Corpus.targets();
  }

  /**
   * Tries a target.
   *
   * @return how many inputs were tried
   * @throws AssertionError if one of them does not pass; the message has it in hexadecimal
   */
  public static int of(FuzzTarget target) {
    Regression regression = new Regression(target);
    CompletableFuture<Integer> tried = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon(true)
            .name("fuzz-" + target.name())
            .unstarted(() -> tried.completeAsync(regression::tryAll, Runnable::run));
    thread.start();
    return regression.watch(thread, tried);
  }

  private int tryAll() {
    List<byte[]> pool = Corpus.inputs(target);
    pool.forEach(this::tryOne);
    Mutator mutator = new Mutator(target, SEED);
    for (int run = 0; run < target.runs(); run++) {
      tryOne(mutator.next(pool));
    }
    return pool.size() + target.runs();
  }

  private void tryOne(byte[] next) {
    input = next;
    begun = Bounds.processorTime(Thread.currentThread());
    Bounds.run(target, next);
  }

  private int watch(Thread thread, CompletableFuture<Integer> tried) {
    while (true) {
      try {
        return tried.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (Bounds.processorTime(thread) - begun > LONGEST_NANOS) {
          String place = at(thread);
          thread.interrupt();
          throw failed("does not end at " + place, null);
        }
      } catch (ExecutionException e) {
        throw failed(String.valueOf(e.getCause()), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("was interrupted", e);
      }
    }
  }

  private static String at(Thread thread) {
    StackTraceElement[] trace = thread.getStackTrace();
    return trace.length == 0 ? "its end" : String.join(", ", lines(trace));
  }

  private static List<String> lines(StackTraceElement[] trace) {
    return Arrays.stream(trace).limit(6).map(StackTraceElement::toString).toList();
  }

  private AssertionError failed(String why, @Nullable Throwable cause) {
    return new AssertionError(
        target.name() + " " + why + " with input " + HexFormat.of().formatHex(input), cause);
  }
}
