package org.openhall.device.sensor;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Sense;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/**
 * A sensor that says words over a line, by itself or when asked. A word ends with its line, or when
 * nothing follows it until the next look. Other lines are passed over: radar modules tell distances
 * between.
 */
final class WordContact implements Contact {

  /** So many bytes without a known word are no sensor's. */
  private static final int MOST_STRANGE = 2_048;

  private static final int MOST_READS = 16;
  private static final long ASK_AGAIN_NANOS = 1_000_000_000;

  private final Line line;
  private final Manner manner;
  private final byte[] buffer = new byte[256];
  private final StringBuilder word = new StringBuilder();
  private Sense said = Sense.UNKNOWN;
  private int strange;
  private long heard = System.nanoTime();
  private long asked;
  private boolean waits;

  /**
   * How it is spoken with.
   *
   * @param ask what is sent to it before each answer; empty where it speaks by itself
   * @param silence how long it may say nothing; zero for ever
   */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared or changed
  record Manner(Words words, byte[] ask, Duration silence) {}

  WordContact(Line line, Manner manner) {
    this.line = line;
    this.manner = manner;
  }

  @Override
  public Condition sample() throws DeviceFaultException {
    listen();
    ask();
    long silence = manner.silence().toNanos();
    return silence > 0 && System.nanoTime() - heard > silence
        ? Condition.unavailable(Detail.NO_ANSWER)
        : Condition.READY.with(said);
  }

  private void listen() throws DeviceFaultException {
    int reads = 0;
    int count;
    do {
      count = line.read(buffer, 0, Duration.ZERO);
      for (int i = 0; i < count; i++) {
        take(buffer[i]);
      }
      Arrays.fill(buffer, 0, count, (byte) 0);
      if (strange > MOST_STRANGE) {
        throw new DeviceFaultException(Detail.BAD_ANSWER, "the sensor says none of its words");
      }
    } while (count > 0 && ++reads < MOST_READS);
    if (reads == 0 && understood()) {
      word.setLength(0);
    }
  }

  private void take(byte next) {
    strange++;
    if (next != '\r' && next != '\n') {
      if (word.length() <= Words.LONGEST) {
        word.append((char) (next & 0xFF));
      }
      return;
    }
    boolean _ = understood();
    word.setLength(0);
  }

  /** Whether what was said since the last line end is a word. */
  private boolean understood() {
    Optional<Sense> meaning = manner.words().meaning(word.toString());
    if (meaning.isPresent()) {
      said = meaning.get();
      heard = System.nanoTime();
      strange = 0;
      waits = false;
    }
    return meaning.isPresent();
  }

  private void ask() throws DeviceFaultException {
    long now = System.nanoTime();
    if (manner.ask().length > 0 && (!waits || now - asked > ASK_AGAIN_NANOS)) {
      waits = true;
      asked = now;
      line.write(manner.ask());
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
