package org.openhall.repository.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps everything that is read through it together below so many bytes a second. It waits before a
 * read and reads little at a time, so that the server never sees a long silence. Any thread.
 */
public final class Throttle {
  /** Lets everything through. */
  public static final Throttle NONE = new Throttle(0, () -> 0, _ -> {});

  /** The slowest: below it servers would take the terminal for dead. */
  public static final long SLOWEST = 8 * 1024;

  private static final int READS_A_SECOND = 8;
  private static final long SECOND = 1_000_000_000;

  private final long rate;
  private final LongSupplier nanos;
  private final LongConsumer pause;
  private long free;

  /**
   * Keeps below a rate.
   *
   * @param rate bytes a second, {@link #SLOWEST} and up
   */
  public static Throttle to(long rate) {
    return new Throttle(rate, System::nanoTime, LockSupport::parkNanos);
  }

  Throttle(long rate, LongSupplier nanos, LongConsumer pause) {
    this.rate = rate;
    this.nanos = nanos;
    this.pause = pause;
    this.free = nanos.getAsLong();
  }

  InputStream on(InputStream in) {
    return rate == 0 ? in : new Slowed(in);
  }

  private synchronized void awaitFree() {
    for (long left = left(); left > 0; left = left()) {
      pause.accept(left);
    }
  }

  private long left() {
    return free - nanos.getAsLong();
  }

  /** Takes the time that so many bytes need, from now or from the end of what is taken already. */
  private synchronized void take(int bytes) {
    long now = nanos.getAsLong();
    free = (free - now > 0 ? free : now) + bytes * SECOND / rate;
  }

  private final class Slowed extends FilterInputStream {
    Slowed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      awaitFree();
      int most = (int) Math.min(length, Math.max(1, rate / READS_A_SECOND));
      int count = super.read(buffer, offset, most);
      take(Math.max(0, count));
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] skipped = new byte[(int) Math.min(8_192, Math.max(0, count))];
      return Math.max(0, read(skipped, 0, skipped.length));
    }
  }
}
