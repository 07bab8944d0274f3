package org.openhall.simulator.idmodule;

import java.util.Arrays;
import java.util.Optional;

/** Finds requests in the stream of bytes from the host. Bytes outside a frame are passed over. */
final class FrameScanner {

  /** The longest request of the protocol has 4 bytes; a module gives up on what cannot be one. */
  private static final int LONGEST = 64;

  /** The shortest has a command, a parameter and a checksum. */
  private static final int SHORTEST = 3;

  private int matched;
  private int headerBytes;
  private int length;
  private byte[] content = new byte[0];
  private int filled;

  /** Takes one byte; returns the request that it completes. */
  Optional<Request> take(byte next) {
    if (matched < Frame.preambleLength()) {
      matchPreamble(next);
      return Optional.empty();
    }
    return headerBytes < 2 ? takeLength(next) : takeContent(next);
  }

  /** The line has been silent for long: a frame that was begun is over. */
  Optional<Request> silence() {
    boolean begun = matched == Frame.preambleLength();
    restart();
    return begun ? Optional.of(new Request.WrongLength()) : Optional.empty();
  }

  private void matchPreamble(byte next) {
    if (next == Frame.preamble(matched)) {
      matched++;
    } else if (next == Frame.preamble(0)) {
      matched = matched == 3 ? 3 : 1; // a fourth AA may still be the third of a preamble
    } else {
      matched = 0;
    }
  }

  private Optional<Request> takeLength(byte next) {
    length = (length << 8) | (next & 0xFF);
    headerBytes++;
    if (headerBytes < 2) {
      return Optional.empty();
    }
    if (length < SHORTEST || length > LONGEST) {
      restart();
      return Optional.of(new Request.WrongLength());
    }
    content = new byte[length];
    return Optional.empty();
  }

  private Optional<Request> takeContent(byte next) {
    content[filled++] = next;
    if (filled < length) {
      return Optional.empty();
    }
    boolean intact = Frame.checksum(length, content, length - 1) == next;
    Request request = new Request.Framed(Arrays.copyOf(content, length - 1), intact);
    restart();
    return Optional.of(request);
  }

  private void restart() {
    matched = 0;
    headerBytes = 0;
    length = 0;
    filled = 0;
  }
}
