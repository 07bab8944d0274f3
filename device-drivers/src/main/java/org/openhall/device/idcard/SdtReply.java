package org.openhall.device.idcard;

import java.util.Arrays;
import java.util.Locale;

/** An answer of the security module: three status bytes and data, which is zeroed on close. */
final class SdtReply implements AutoCloseable {

  private static final int STATUS_BYTES = 3;

  private final byte[] body;

  /** Takes the array over: SW1 SW2 SW3 data. */
  SdtReply(byte[] body) {
    this.body = body;
  }

  /** SW3, 0 to 255. */
  int status() {
    return Byte.toUnsignedInt(body[2]);
  }

  SdtStatus meaning() {
    return SdtStatus.of(status());
  }

  /** The status as a technician may look it up, e.g. {@code SW3 66}. */
  String said() {
    return String.format(Locale.ROOT, "SW3 %02X", status());
  }

  int dataLength() {
    return body.length - STATUS_BYTES;
  }

  /** A piece of the data; whoever takes it must zero it. */
  byte[] data(int from, int length) {
    int start = STATUS_BYTES + from;
    return Arrays.copyOfRange(body, start, start + length);
  }

  /** Zeroes a piece of the data that nobody needs. */
  void erase(int from, int length) {
    Arrays.fill(body, STATUS_BYTES + from, STATUS_BYTES + from + length, (byte) 0);
  }

  /** An unsigned number of two bytes, high first. */
  int unsignedShort(int at) {
    int start = STATUS_BYTES + at;
    return Byte.toUnsignedInt(body[start]) << 8 | Byte.toUnsignedInt(body[start + 1]);
  }

  @Override
  public void close() {
    Arrays.fill(body, (byte) 0);
  }

  @Override
  public String toString() {
    return "SdtReply[status " + Integer.toHexString(status()) + "]";
  }
}
