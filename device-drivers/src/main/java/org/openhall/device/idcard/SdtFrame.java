package org.openhall.device.idcard;

import java.util.Arrays;
import java.util.Optional;

/**
 * Frames of the security module: {@code AA AA AA 96 69 | length, 2 bytes, high first | SW1 SW2 SW3
 * data | checksum}. The length counts the bytes after it; the checksum is the XOR of the bytes from
 * the length to the last of the data.
 */
final class SdtFrame {

  /** The longest answer is that with a fingerprint: 4 + 2 + 256 + 1024 + 1024 and change. */
  static final int LONGEST = 4_096;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEAD = PREAMBLE.length + 2;
  private static final int SHORTEST_BODY = 4;

  private SdtFrame() {}

  static byte checksum(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }

  /**
   * What a piece of the stream holds.
   *
   * @param reply the first whole and right frame, wherever it begins
   * @param garbled whether a whole frame with a wrong checksum stands before it or instead of it
   */
  record Found(Optional<SdtReply> reply, boolean garbled) {}

  /** Looks for an answer in the first bytes of the buffer; noise before it is passed over. */
  static Found search(byte[] buffer, int filled) {
    boolean garbled = false;
    for (int at = 0; at + HEAD + SHORTEST_BODY <= filled; at++) {
      int length = bodyLength(buffer, at);
      int end = at + HEAD + length;
      if (length < SHORTEST_BODY || end > filled) {
        continue;
      }
      if (checksum(buffer, at + PREAMBLE.length, end) == 0) {
        SdtReply reply = new SdtReply(Arrays.copyOfRange(buffer, at + HEAD, end - 1));
        return new Found(Optional.of(reply), garbled);
      }
      garbled = true;
    }
    return new Found(Optional.empty(), garbled);
  }

  /** The length that follows a preamble at this place, or -1 where there is none. */
  private static int bodyLength(byte[] buffer, int at) {
    int end = at + PREAMBLE.length;
    if (!Arrays.equals(buffer, at, end, PREAMBLE, 0, PREAMBLE.length)) {
      return -1;
    }
    return Byte.toUnsignedInt(buffer[end]) << 8 | Byte.toUnsignedInt(buffer[end + 1]);
  }
}
