package org.openhall.device.idcard;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the answer in what a line gives: {@code AA AA AA 96 69 | length, 2 bytes, high first | SW1
 * SW2 SW3 data | checksum}. The length counts the bytes after it; the checksum is the XOR of the
 * bytes from the length to the last of the data.
 *
 * <p>Noise before an answer is passed over, whole preambles in it too. What stands within a frame
 * that is still coming is never taken for an answer, for a photo may hold any bytes. Each byte of
 * the stream is judged once, so that no stream takes longer than its length allows.
 */
final class SdtFrame {

  /** The longest answer is that with a fingerprint: 4 + 2 + 256 + 1024 + 1024 and change. */
  static final int LONGEST = 2_400;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEAD = PREAMBLE.length + 2;
  private static final int SHORTEST_BODY = 4;

  private final int longestBody;

  /** Before this place no frame begins. */
  private int judged;

  private boolean garbled;

  /**
   * A search from the first byte on.
   *
   * @param longestBody a head that announces more is noise
   */
  SdtFrame(int longestBody) {
    this.longestBody = longestBody;
  }

  static byte checksum(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }

  /** Whether a whole frame with a wrong checksum has come. */
  boolean garbled() {
    return garbled;
  }

  /**
   * Looks for the answer in the first bytes of the buffer, which are those of the last call and
   * more.
   *
   * @return the first whole and right frame; empty while one may still be coming
   */
  Optional<SdtReply> search(byte[] buffer, int filled) {
    while (judged + HEAD <= filled) {
      int length = bodyLength(buffer, judged);
      int end = judged + HEAD + length;
      if (length >= SHORTEST_BODY && end > filled) {
        return Optional.empty();
      }
      if (length >= SHORTEST_BODY && checksum(buffer, judged + PREAMBLE.length, end) == 0) {
        return Optional.of(new SdtReply(Arrays.copyOfRange(buffer, judged + HEAD, end - 1)));
      }
      garbled |= length >= SHORTEST_BODY;
      judged++;
    }
    return Optional.empty();
  }

  /**
   * Looks for the answer where no more is to come: a head whose frame did not end was noise.
   *
   * @return the first whole and right frame
   */
  Optional<SdtReply> searchRest(byte[] buffer, int filled) {
    Optional<SdtReply> reply = search(buffer, filled);
    while (reply.isEmpty() && judged + HEAD <= filled) {
      judged++;
      reply = search(buffer, filled);
    }
    return reply;
  }

  /** The length that follows a preamble at this place, or -1 where no frame can begin. */
  private int bodyLength(byte[] buffer, int at) {
    int end = at + PREAMBLE.length;
    if (!Arrays.equals(buffer, at, end, PREAMBLE, 0, PREAMBLE.length)) {
      return -1;
    }
    int length = Byte.toUnsignedInt(buffer[end]) << 8 | Byte.toUnsignedInt(buffer[end + 1]);
    return length <= longestBody ? length : -1;
  }
}
