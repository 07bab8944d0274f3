package org.openhall.link.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Hides how long something is: its length in four bytes, the thing, and zeros up to 4, 8, 16, 32 or
 * 64 KiB.
 */
final class Padding {
  static final int LARGEST = 65_536;
  private static final int SMALLEST = 4_096;

  private Padding() {}

  /** The longest thing that can be padded. */
  static int room() {
    return LARGEST - Integer.BYTES;
  }

  /** A copy, padded. */
  static byte[] pad(byte[] bytes) {
    int size = SMALLEST;
    while (size < bytes.length + Integer.BYTES) {
      size *= 2;
    }
    if (size > LARGEST) {
      throw new IllegalArgumentException("more than fits into an envelope");
    }
    return ByteBuffer.allocate(size).putInt(bytes.length).put(bytes).array();
  }

  /**
   * What was padded, a copy.
   *
   * @throws IllegalArgumentException where it is not padded so
   */
  static byte[] unpad(byte[] padded) {
    if (padded.length < Integer.BYTES) {
      throw new IllegalArgumentException("no length");
    }
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > padded.length - Integer.BYTES) {
      throw new IllegalArgumentException("a length beyond the end");
    }
    return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
  }
}
