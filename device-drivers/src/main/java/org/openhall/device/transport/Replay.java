package org.openhall.device.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Trace.Entry;
import org.openhall.device.Trace.Kind;
import org.openhall.device.TraceFile;

/**
 * A recorded trace in place of a device: a driver that sends what was sent then receives what was
 * received then, in the same pieces, and loses the line where it was lost. Times are not kept. What
 * was not sent when it was recorded gets no answer, as from a mute device; what was sent and is not
 * any more is passed over.
 */
final class Replay implements Port<Line> {

  private static final System.Logger LOG = System.getLogger(Replay.class.getName());

  static final String SCHEME = "replay:";

  private final List<Entry> entries;
  private final String name;
  private Redaction redaction = Redaction.ofEverything();
  private int at;

  private Replay(List<Entry> entries, String name) {
    this.entries = entries;
    this.name = name;
  }

  /** What stands behind {@code replay:}, the path of a {@link TraceFile}. */
  static Replay of(DeviceSettings settings, String path) throws DeviceConfigurationException {
    try {
      return new Replay(TraceFile.read(Path.of(path)).trace().entries(), SCHEME + path);
    } catch (IOException e) {
      throw settings.badAddress("names no trace that can be played: " + e.getMessage());
    }
  }

  /** The driver's redaction: what it sends is compared as it was kept. */
  Replay comparing(Redaction with) {
    redaction = with;
    return this;
  }

  @Override
  public Line open() throws DeviceFaultException {
    while (at < entries.size() && entries.get(at).kind() != Kind.OPENED) {
      at++;
    }
    if (at == entries.size()) {
      throw new DeviceFaultException(Detail.PORT_MISSING, name + " has ended");
    }
    at++;
    return new Played();
  }

  private final class Played implements Line {
    private final Deque<byte[]> come = new ArrayDeque<>();
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean closed;

    Played() {
      take();
    }

    @Override
    public void write(byte[] bytes) throws DeviceFaultException {
      requireOpen();
      Entry sent = Entry.bytes(0, Kind.SENT, redaction.sent(bytes.clone()));
      int place = at;
      while (place < entries.size() && entries.get(place).kind() != Kind.CLOSED) {
        Entry then = entries.get(place++);
        if (then.kind() == Kind.SENT && then.bytes().equals(sent.bytes())) {
          at = place;
          take();
          return;
        }
      }
    }

    /** What was received up to the next that was sent. */
    private void take() {
      while (at < entries.size()
          && entries.get(at).kind() != Kind.SENT
          && entries.get(at).kind() != Kind.CLOSED) {
        Entry next = entries.get(at++);
        if (next.kind() == Kind.RECEIVED) {
          come.add(next.raw());
        }
      }
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
      requireOpen();
      byte[] next = come.poll();
      if (next != null) {
        return give(next, buffer, offset);
      }
      requireMore();
      if (!timeout.isZero()) {
        pause(timeout);
        requireOpen();
      }
      return 0;
    }

    private int give(byte[] next, byte[] buffer, int offset) {
      int count = Math.min(next.length, buffer.length - offset);
      System.arraycopy(next, 0, buffer, offset, count);
      if (count < next.length) {
        come.addFirst(Arrays.copyOfRange(next, count, next.length));
      }
      return count;
    }

    private void pause(Duration longest) throws DeviceFaultException {
      try {
        boolean woken = signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        signals.drainPermits();
        LOG.log(System.Logger.Level.TRACE, name + " waited, woken " + woken);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DeviceFaultException(Detail.LINE_LOST, name + " was interrupted", e);
      }
    }

    /** Loses the line where it was lost. */
    private void requireMore() throws DeviceFaultException {
      if (at < entries.size() && entries.get(at).kind() == Kind.CLOSED) {
        throw new DeviceFaultException(Detail.LINE_LOST, name + " was lost here");
      }
    }

    @Override
    public void wake() {
      signals.release();
    }

    @Override
    public void close() {
      closed = true;
      signals.release();
    }

    private void requireOpen() throws DeviceFaultException {
      if (closed) {
        throw new DeviceFaultException(Detail.LINE_LOST, name + " is closed");
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
