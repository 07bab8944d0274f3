package org.openhall.device.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openhall.device.DeviceHealth.Detail;

/**
 * A line over a device file. Every wait is a poll(2) over the file and a counter (eventfd): whoever
 * wakes or closes the line raises the counter, and the wait ends at once. The file is closed only
 * when nobody is in a call on it, for its number may be another file's the moment after.
 */
final class DeviceFileLine implements Line {

  private static final byte[] ONE = {1, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] BIG_ENDIAN_ONE = {0, 0, 0, 0, 0, 0, 0, 1};
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A file that is ready and gives nothing is asked again after so long. */
  private static final int PAUSE_MILLIS = 20;

  private final int file;
  private final int counter;
  private final String name;
  private final ReentrantLock inUse = new ReentrantLock();
  private final ReentrantLock counterInUse = new ReentrantLock();
  private volatile boolean woken;
  private volatile boolean closed;
  private boolean gone;

  /** Takes both descriptors over. */
  DeviceFileLine(int file, int counter, String name) {
    this.file = file;
    this.counter = counter;
    this.name = name;
  }

  @Override
  public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
    long end = System.nanoTime() + timeout.toNanos();
    inUse.lock();
    try {
      while (true) {
        requireOpen();
        int count = timeout.isZero() ? taken(buffer, offset) : awaited(buffer, offset, end);
        if (count > 0 || timeout.isZero() || woken || System.nanoTime() >= end) {
          woken = woken && timeout.isZero();
          return count;
        }
      }
    } catch (Posix.ErrnoException e) {
      throw lost(e);
    } finally {
      inUse.unlock();
    }
  }

  /** What is there now. */
  private int taken(byte[] buffer, int offset) throws Posix.ErrnoException, DeviceFaultException {
    int ready = Posix.poll(file, Posix.READABLE, counter, 0);
    return received(ready, buffer, offset);
  }

  /** Waits for the first byte, or for a wake. */
  private int awaited(byte[] buffer, int offset, long end)
      throws Posix.ErrnoException, DeviceFaultException {
    if (woken) {
      lower();
      return 0;
    }
    int ready = Posix.poll(file, Posix.READABLE, counter, millis(end));
    requireOpen();
    int count = received(ready, buffer, offset);
    if (ready >>> 16 != 0) {
      lower();
    } else if (count == 0 && (ready & Posix.READABLE) != 0) {
      // Some printers on USB say that they are ready and then give nothing.
      Posix.poll(counter, Posix.READABLE, counter, PAUSE_MILLIS);
    }
    return count;
  }

  private int received(int ready, byte[] buffer, int offset)
      throws Posix.ErrnoException, DeviceFaultException {
    int count = 0;
    if ((ready & Posix.READABLE) != 0) {
      count = Math.max(0, Posix.read(file, buffer, offset));
    }
    if (count == 0 && (ready & Posix.BROKEN) != 0) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " was lost");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws DeviceFaultException {
    int sent = 0;
    long stalled = System.nanoTime() + STALLED_NANOS;
    inUse.lock();
    try {
      while (sent < bytes.length) {
        requireOpen();
        int count = Posix.write(file, bytes, sent);
        if (count > 0) {
          sent += count;
          stalled = System.nanoTime() + STALLED_NANOS;
        } else {
          awaitRoom(stalled);
        }
      }
    } catch (Posix.ErrnoException e) {
      throw lost(e);
    } finally {
      inUse.unlock();
    }
  }

  private void awaitRoom(long stalled) throws Posix.ErrnoException, DeviceFaultException {
    int ready = Posix.poll(file, Posix.WRITABLE, counter, millis(stalled));
    if ((ready & Posix.BROKEN) != 0) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " was lost");
    }
    if (ready >>> 16 != 0 && !closed) {
      lower(); // a wake is for the next read
    }
    if (System.nanoTime() >= stalled) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " takes no more bytes");
    }
  }

  @Override
  public void wake() {
    woken = true;
    raise();
  }

  @Override
  public void close() {
    closed = true;
    raise();
    inUse.lock();
    try {
      giveBack();
    } finally {
      inUse.unlock();
    }
  }

  private void giveBack() {
    counterInUse.lock();
    try {
      if (!gone) {
        gone = true;
        Posix.forgetUnsent(file);
        Posix.close(file);
        Posix.close(counter);
      }
    } catch (Posix.ErrnoException e) {
      System.getLogger(DeviceFileLine.class.getName())
          .log(System.Logger.Level.DEBUG, "at closing", e);
    } finally {
      counterInUse.unlock();
    }
  }

  private void raise() {
    counterInUse.lock();
    try {
      if (!gone) {
        Posix.write(counter, one(), 0);
      }
    } catch (Posix.ErrnoException e) {
      throw new IllegalStateException("an eventfd took no count", e);
    } finally {
      counterInUse.unlock();
    }
  }

  private void lower() throws Posix.ErrnoException {
    Posix.read(counter, new byte[Long.BYTES], 0);
  }

  private static byte[] one() {
    return java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.BIG_ENDIAN ? BIG_ENDIAN_ONE : ONE;
  }

  private static int millis(long end) {
    long left = end - System.nanoTime();
    return Math.clamp((left + 999_999) / 1_000_000, 0, Integer.MAX_VALUE);
  }

  private DeviceFaultException lost(Posix.ErrnoException cause) {
    return new DeviceFaultException(
        Detail.LINE_LOST, name + " was lost", "errno " + cause.errno(), cause);
  }

  private void requireOpen() throws DeviceFaultException {
    if (closed) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " is closed");
    }
  }
}
