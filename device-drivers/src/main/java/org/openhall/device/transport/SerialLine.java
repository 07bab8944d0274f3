package org.openhall.device.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.openhall.device.DeviceHealth.Detail;

/**
 * A line over a serial port. Reads in short slices, and closes only between two of them: closing a
 * port under a native read is not defined.
 */
final class SerialLine implements Line {

  /** How long one native read waits, ms. */
  static final int SLICE_MILLIS = 50;

  private static final long WRITE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final SerialPort port;
  private final String name;
  private final ReentrantLock inUse = new ReentrantLock();
  private volatile boolean closed;
  private volatile boolean woken;

  SerialLine(SerialPort port, String name) {
    this.port = port;
    this.name = name;
  }

  @Override
  public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
    if (timeout.isZero() && available() == 0) {
      return 0;
    }
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      int count = readSlice(buffer, offset);
      if (count > 0 || woken || System.nanoTime() >= end) {
        woken = false;
        return count;
      }
    }
  }

  private int available() throws DeviceFaultException {
    inUse.lock();
    try {
      requireOpen();
      return requireAlive(port.bytesAvailable());
    } finally {
      inUse.unlock();
    }
  }

  private int readSlice(byte[] buffer, int offset) throws DeviceFaultException {
    inUse.lock();
    try {
      requireOpen();
      return requireAlive(port.readBytes(buffer, buffer.length - offset, offset));
    } finally {
      inUse.unlock();
    }
  }

  @Override
  public void write(byte[] bytes) throws DeviceFaultException {
    int sent = 0;
    long stalled = System.nanoTime() + STALLED_NANOS;
    while (sent < bytes.length) {
      int count = writeSlice(bytes, sent);
      if (count > 0) {
        sent += count;
        stalled = System.nanoTime() + STALLED_NANOS;
      } else if (System.nanoTime() >= stalled) {
        throw new DeviceFaultException(Detail.LINE_LOST, name + " takes no more bytes");
      } else {
        LockSupport.parkNanos(WRITE_PAUSE_NANOS);
      }
    }
  }

  private int writeSlice(byte[] bytes, int sent) throws DeviceFaultException {
    int end = Math.min(bytes.length, sent + 256);
    byte[] slice = Arrays.copyOfRange(bytes, sent, end);
    inUse.lock();
    try {
      requireOpen();
      int count = requireAlive(port.writeBytes(slice, slice.length));
      if (count == 0) {
        requireAlive(port.bytesAvailable());
      }
      return count;
    } finally {
      inUse.unlock();
    }
  }

  @Override
  public void wake() {
    woken = true;
  }

  @Override
  public void close() {
    closed = true;
    inUse.lock();
    try {
      if (port.isOpen()) {
        port.closePort();
      }
    } finally {
      inUse.unlock();
    }
  }

  /** A pty or adapter that went away answers -1 for ever while the port still says it is open. */
  private int requireAlive(int count) throws DeviceFaultException {
    if (count < 0) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " was lost");
    }
    return count;
  }

  private void requireOpen() throws DeviceFaultException {
    if (closed) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " is closed");
    }
  }
}
