package org.openhall.device.fuzz;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/**
 * A line that plays an input. A byte h of it begins a piece: up to 3F, so many bytes come as they
 * are, and none is a silence; up to 7F, a length of two bytes and so many more, which come framed;
 * from 80 on, no more comes before something is sent. At its end the line is lost.
 */
public final class PlayedLine implements Line {

  private static final int RAW = 0x40;
  private static final int FRAMED = 0x80;
  private static final int MOST_SILENCES = 64;

  private final byte[] input;
  private final UnaryOperator<byte[]> framing;
  private final int mostReads;
  private int at;
  private byte[] piece = {};
  private int permits;
  private int silences;
  private int reads;
  private int sent;

  /** A line that plays the input from a place on. */
  public PlayedLine(byte[] input, int from, UnaryOperator<byte[]> framing) {
    this.input = input;
    this.framing = framing;
    this.at = from;
    this.mostReads = 64 * (input.length + MOST_SILENCES);
  }

  /** An input whose answers come framed, one after each question. */
  public static byte[] script(byte[]... answers) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    for (byte[] answer : answers) {
      script.write(FRAMED);
      script.write(RAW);
      script.write(answer.length >> 8);
      script.write(answer.length);
      script.writeBytes(answer);
    }
    return script.toByteArray();
  }

  /** An input whose answers come as they are, one after each question, in pieces. */
  public static byte[] rawScript(byte[]... answers) {
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    for (byte[] answer : answers) {
      script.write(FRAMED);
      for (int from = 0; from < answer.length; from += RAW - 1) {
        int to = Math.min(answer.length, from + RAW - 1);
        script.write(to - from);
        script.write(answer, from, to - from);
      }
    }
    return script.toByteArray();
  }

  /** How often something was sent. */
  public int sent() {
    return sent;
  }

  @Override
  public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
    if (++reads > mostReads) {
      throw new AssertionError("reads without an end");
    }
    if (offset < 0 || offset >= buffer.length) {
      throw new AssertionError("reads past its buffer");
    }
    if (piece.length == 0 && !next()) {
      if (++silences > MOST_SILENCES) {
        throw new DeviceFaultException(Detail.LINE_LOST, "the input has ended");
      }
      return 0;
    }
    int count = Math.min(piece.length, buffer.length - offset);
    System.arraycopy(piece, 0, buffer, offset, count);
    piece = Arrays.copyOfRange(piece, count, piece.length);
    return count;
  }

  /** Whether another piece has come. */
  private boolean next() throws DeviceFaultException {
    while (at < input.length) {
      int head = Byte.toUnsignedInt(input[at]);
      if (head < FRAMED) {
        piece = taken(head);
        return piece.length > 0;
      }
      if (permits == 0) {
        return false;
      }
      permits--;
      at++;
    }
    return false;
  }

  private byte[] taken(int head) {
    int from = Math.min(input.length, at + (head < RAW ? 1 : 3));
    int length = head < RAW ? head : Math.min(input.length, from) - at < 3 ? 0 : number(at + 1);
    int to = Math.min(input.length, from + length);
    at = to;
    byte[] bytes = Arrays.copyOfRange(input, from, to);
    return head < RAW ? bytes : framing.apply(bytes);
  }

  private int number(int place) {
    return Byte.toUnsignedInt(input[place]) << 8 | Byte.toUnsignedInt(input[place + 1]);
  }

  @Override
  public void write(byte[] bytes) {
    sent++;
    permits++;
  }

  @Override
  public void wake() {}

  @Override
  public void close() {}
}
