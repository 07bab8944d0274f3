package org.openhall.device.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a command is still wanted. */
public final class Cancellation {

  private final CountDownLatch wanted = new CountDownLatch(1);

  /** Whether the command is no longer wanted. */
  public boolean requested() {
    return wanted.getCount() == 0;
  }

  /**
   * Waits, but not longer than the command is wanted.
   *
   * @return whether it is no longer wanted
   */
  public boolean await(Duration wait) {
    try {
      return wanted.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Says that the command is no longer wanted. Idempotent. */
  public void request() {
    wanted.countDown();
  }
}
