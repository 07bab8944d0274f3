package org.openhall.device.scanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.scanner.CodeAssembler.Found;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Connection;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/** A line to a scanner, and what has come over it so far. */
final class CodeLine implements Connection {

  /** How long a code that has begun in time may take to its end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** So many reads are thrown away at a time at most; a scanner that never stops waits for more. */
  private static final int MOST_DROPPED_READS = 64;

  private final Line line;
  private final CodeAssembler codes;
  private final KeyDecoder keys = new KeyDecoder();
  private final boolean ofKeys;
  private final byte[] buffer = new byte[1_536]; // 64 events
  private long lastByte = System.nanoTime();

  /**
   * Over an open line.
   *
   * @param ofKeys whether its bytes are the events of a keyboard
   */
  CodeLine(Line line, Framing framing, boolean ofKeys) {
    this.line = line;
    this.codes = new CodeAssembler(framing);
    this.ofKeys = ofKeys;
  }

  void write(byte[] bytes) throws DeviceFaultException {
    if (bytes.length > 0) {
      line.write(bytes);
    }
  }

  /** Throws away what has come so far unasked. */
  void drop() throws DeviceFaultException {
    int reads = 0;
    int count;
    do {
      count = line.read(buffer, 0, Duration.ZERO);
      taken(count);
      codes.drop();
    } while (count > 0 && ++reads < MOST_DROPPED_READS);
    if (count == 0 && quietFor() >= codes.patience().toNanos()) {
      erase(codes.silence());
    }
  }

  /**
   * Waits for a code; what comes behind it is dropped. Call {@link #drop()} before.
   *
   * @param timeout how long to wait for one to begin
   * @return empty if none came in time
   */
  Optional<Found> next(Duration timeout, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (true) {
        run.requireWanted();
        long now = System.nanoTime();
        boolean begun = !codes.idle();
        if (now >= deadline + (begun ? GRACE.toNanos() : 0)) {
          return begun ? Optional.of(new Found.Flawed(Flaw.BROKEN_OFF)) : Optional.empty();
        }
        Optional<Found> found = await(deadline - now);
        if (found.isPresent()) {
          return found;
        }
      }
    } finally {
      codes.drop();
    }
  }

  /** Silence is believed only where a wait has just ended with nothing there to be read. */
  private Optional<Found> await(long left) throws DeviceFaultException {
    long patience = codes.patience().toNanos() - quietFor();
    long wait = codes.atRest() ? left : codes.idle() ? Math.min(left, patience) : patience;
    int count = line.read(buffer, 0, Duration.ofNanos(Math.max(wait, 1_000_000)));
    if (count > 0) {
      return taken(count);
    }
    return quietFor() >= codes.patience().toNanos() ? codes.silence() : Optional.empty();
  }

  private long quietFor() {
    return System.nanoTime() - lastByte;
  }

  /** What the bytes in the buffer end, if anything; of what follows it nothing is kept. */
  private Optional<Found> taken(int count) {
    Optional<Found> found = Optional.empty();
    for (int i = 0; i < count; i++) {
      Optional<Found> ended = ofKeys ? pressed(keys.take(buffer[i])) : codes.take(buffer[i]);
      if (found.isEmpty()) {
        found = ended;
      } else {
        erase(ended);
      }
    }
    Arrays.fill(buffer, 0, count, (byte) 0);
    lastByte = count > 0 ? System.nanoTime() : lastByte;
    return found;
  }

  private Optional<Found> pressed(int key) {
    return switch (key) {
      case KeyDecoder.NOTHING -> Optional.empty();
      case KeyDecoder.LOST -> spoilt(Flaw.BROKEN_OFF);
      case KeyDecoder.NO_CHARACTER -> spoilt(Flaw.NOT_TEXT);
      default -> codes.take((byte) key);
    };
  }

  private Optional<Found> spoilt(Flaw why) {
    codes.spoil(why);
    return Optional.empty();
  }

  private static void erase(Optional<Found> unasked) {
    if (unasked.isPresent() && unasked.get() instanceof Found.Whole(byte[] bytes)) {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void wake() {
    line.wake();
  }

  @Override
  public void close() {
    line.close();
  }
}
