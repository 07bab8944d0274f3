package org.openhall.demo.hall;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions, not for seconds. */
public final class Await {

  /** A condition that may itself find that it can never come true. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws IOException, InterruptedException, HallException;
  }

  private Await() {}

  /** Returns as soon as the condition holds; fails, naming it, when the limit is over. */
  public static void until(String what, Duration limit, Condition condition)
      throws IOException, InterruptedException, HallException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new HallException("waited " + limit.toSeconds() + " s in vain until " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
    }
  }
}
