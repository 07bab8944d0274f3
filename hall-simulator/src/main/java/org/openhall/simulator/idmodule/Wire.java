package org.openhall.simulator.idmodule;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The time that bytes take on a serial line: 10 bits each, a start and a stop bit among them. */
public final class Wire {

  private static final long BITS = 10;
  private static final long NANOS = 1_000_000_000;

  private final AtomicLong spent = new AtomicLong();
  private volatile long nanosPerByte;

  /** A line as fast as the machine. */
  Wire() {}

  /**
   * Sets the speed.
   *
   * @param baud bits a second, e.g. 115,200; 0 for as fast as the machine
   */
  public void speed(int baud) {
    nanosPerByte = baud == 0 ? 0 : BITS * NANOS / baud;
  }

  /** How long bytes were on the line since its beginning, as it was measured. */
  public Duration spent() {
    return Duration.ofNanos(spent.get());
  }

  /** Takes as long as so many bytes are under way. */
  void carry(int bytes) {
    long began = System.nanoTime();
    long end = began + bytes * nanosPerByte;
    for (long left = end - began; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    if (nanosPerByte > 0) {
      spent.addAndGet(System.nanoTime() - began);
    }
  }
}
