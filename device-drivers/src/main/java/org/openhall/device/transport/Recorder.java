package org.openhall.device.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.openhall.device.Trace;
import org.openhall.device.Trace.Entry;
import org.openhall.device.Trace.Kind;

/**
 * Keeps the last of what goes over a device's line, up to 4,096 entries and 64 KiB. Kept in memory
 * only, and only what the driver's {@link Redaction} leaves.
 */
public final class Recorder {
  private static final int MOST_ENTRIES = 4_096;
  private static final int MOST_BYTES = 64 << 10;

  private final Supplier<Redaction> redaction;
  private final long start = System.nanoTime();
  private final Deque<Entry> kept = new ArrayDeque<>();
  private int keptBytes;

  /**
   * Begins with nothing.
   *
   * @param redaction makes one for each connection
   */
  public Recorder(Supplier<Redaction> redaction) {
    this.redaction = redaction;
  }

  /** Keeps no bytes, only how many there were. */
  public static Recorder ofLengths() {
    return new Recorder(Redaction::ofEverything);
  }

  /** The same port, but that what goes over its lines is recorded. */
  public Port<Line> over(Port<Line> port) {
    Port<Line> source = port instanceof Replay replay ? replay.comparing(redaction.get()) : port;
    return () -> {
      Line line = source.open();
      note(Kind.OPENED, "");
      return new RecordedLine(line, redaction.get());
    };
  }

  /** What is kept now. */
  public synchronized Trace trace() {
    return new Trace(List.copyOf(kept));
  }

  /** Keeps a note among the bytes; nothing of a person may be in it. */
  public void note(Kind kind, String note) {
    keep(Entry.note(micros(), kind, note));
  }

  /** Keeps bytes as they are: whoever calls has taken out what is personal. */
  public void bytes(Kind kind, byte[] harmless) {
    keep(Entry.bytes(micros(), kind, harmless));
  }

  private synchronized void keep(Entry entry) {
    kept.add(entry);
    keptBytes += entry.bytes().length() / 2;
    while (kept.size() > MOST_ENTRIES || keptBytes > MOST_BYTES) {
      keptBytes -= kept.remove().bytes().length() / 2;
    }
  }

  private long micros() {
    return (System.nanoTime() - start) / 1_000;
  }

  private final class RecordedLine implements Line {
    private final Line line;
    private final Redaction harmless;
    private boolean closed;

    RecordedLine(Line line, Redaction harmless) {
      this.line = line;
      this.harmless = harmless;
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
      int count = line.read(buffer, offset, timeout);
      if (count > 0) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + count);
        Recorder.this.bytes(Kind.RECEIVED, harmless.received(bytes));
        Arrays.fill(bytes, (byte) 0);
      }
      return count;
    }

    @Override
    public void write(byte[] bytes) throws DeviceFaultException {
      byte[] copy = bytes.clone();
      Recorder.this.bytes(Kind.SENT, harmless.sent(copy));
      Arrays.fill(copy, (byte) 0);
      line.write(bytes);
    }

    @Override
    public void wake() {
      line.wake();
    }

    @Override
    public void close() {
      synchronized (Recorder.this) {
        if (!closed) {
          closed = true;
          note(Kind.CLOSED, "");
        }
      }
      line.close();
    }
  }
}
