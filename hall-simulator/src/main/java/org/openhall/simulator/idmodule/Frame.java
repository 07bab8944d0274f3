package org.openhall.simulator.idmodule;

import java.io.ByteArrayOutputStream;

/**
 * The frame of both directions: {@code AA AA AA 96 69 | length (2, big endian) | body | checksum},
 * where the length counts body and checksum, and the checksum is the XOR of length and body.
 */
final class Frame {

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

  private Frame() {}

  /** A whole frame around a body. */
  static byte[] around(byte[] body) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(PREAMBLE.length + 3 + body.length);
    frame.writeBytes(PREAMBLE);
    int length = body.length + 1;
    frame.write(length >> 8);
    frame.write(length);
    frame.writeBytes(body);
    frame.write(checksum(length, body, body.length));
    return frame.toByteArray();
  }

  /** The checksum over a length field and the first bytes of what follows it. */
  static byte checksum(int length, byte[] bytes, int count) {
    int sum = (length >> 8) ^ length;
    for (int i = 0; i < count; i++) {
      sum ^= bytes[i];
    }
    return (byte) sum;
  }

  /** The byte of the preamble at a position from 0 to 4. */
  static byte preamble(int position) {
    return PREAMBLE[position];
  }

  static int preambleLength() {
    return PREAMBLE.length;
  }
}
