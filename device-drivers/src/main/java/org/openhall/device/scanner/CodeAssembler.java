package org.openhall.device.scanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;

/**
 * Finds codes among bytes. What is not asked for is passed over to its end, so that the rest of it
 * is never taken for a code of its own. Bounded: of a code that is too long nothing is kept.
 */
final class CodeAssembler {

  /** Whoever sends so much without an end is not waited for. */
  private static final int ENDLESS = 16 * Scanner.LONGEST_CODE;

  /** Room for line ends around a code, which are no part of it. */
  private static final int LINE_ENDS = 4;

  private final Framing framing;
  private final byte[] kept;
  private final byte[] tail;
  private int length;
  private int total;
  private byte last;
  private int prefixMatched;
  private @Nullable Flaw flaw;
  private boolean unasked;

  /** What came between a beginning and an end. */
  @SuppressWarnings("ArrayRecordComponent") // passed on and zeroed, never compared
  sealed interface Found {
    /** The bytes of a code; whoever has them zeroes them. */
    record Whole(byte[] bytes) implements Found {}

    /** It is none. */
    record Flawed(Flaw flaw) implements Found {}
  }

  CodeAssembler(Framing framing) {
    this.framing = framing;
    kept = new byte[LINE_ENDS + Scanner.LONGEST_CODE + framing.suffix().length];
    tail = new byte[framing.suffix().length];
  }

  /** Whether nothing of a code has come yet that was asked for. */
  boolean idle() {
    return unasked || (total == 0 && flaw == null);
  }

  /** Whether nothing has come since the last end, asked for or not: a silence would end nothing. */
  boolean atRest() {
    return total == 0 && flaw == null && prefixMatched == 0 && !unasked;
  }

  /** How long a silence ends what has come so far. */
  Duration patience() {
    boolean lineEnd = tail.length == 0 && total > 0 && isLineEnd(last);
    return lineEnd && framing.gap().compareTo(Framing.AFTER_LINE_END) > 0
        ? Framing.AFTER_LINE_END
        : framing.gap();
  }

  /** Takes one byte; gives what it ends, if that was asked for. */
  Optional<Found> take(byte next) {
    if (prefixMatched < framing.prefix().length) {
      matchPrefix(next);
      return Optional.empty();
    }
    keep(next);
    return endsWithSuffix() || total >= ENDLESS ? ended() : Optional.empty();
  }

  /** Something of the code was lost, or is no text. */
  void spoil(Flaw why) {
    flaw = why;
  }

  /** The line has been silent for its {@link #patience()}; gives what that ends. */
  Optional<Found> silence() {
    if (tail.length > 0 && total > 0 && flaw == null) {
      flaw = Flaw.BROKEN_OFF;
    }
    Optional<Found> found = ended();
    unasked = false;
    return found;
  }

  /** What has come so far was not asked for; neither is the rest of it. */
  void drop() {
    unasked |= total > 0 || flaw != null;
    wipe();
    flaw = null;
  }

  private void matchPrefix(byte next) {
    byte[] prefix = framing.prefix();
    while (prefixMatched > 0 && prefix[prefixMatched] != next) {
      prefixMatched = shorter(prefix, prefixMatched);
    }
    prefixMatched += prefix[prefixMatched] == next ? 1 : 0;
  }

  /** The longest beginning of the prefix that also ends its first bytes. */
  private static int shorter(byte[] prefix, int matched) {
    for (int length = matched - 1; length > 0; length--) {
      if (Arrays.equals(prefix, 0, length, prefix, matched - length, matched)) {
        return length;
      }
    }
    return 0;
  }

  private void keep(byte next) {
    if (tail.length > 0) {
      System.arraycopy(tail, 1, tail, 0, tail.length - 1);
      tail[tail.length - 1] = next;
    }
    if (length < kept.length) {
      kept[length++] = next;
    } else {
      wipe();
      flaw = Flaw.TOO_LONG;
    }
    last = next;
    total++;
  }

  private boolean endsWithSuffix() {
    return tail.length > 0 && total >= tail.length && Arrays.equals(tail, framing.suffix());
  }

  private void wipe() {
    Arrays.fill(kept, (byte) 0);
    Arrays.fill(tail, (byte) 0);
    length = 0;
  }

  private Optional<Found> ended() {
    Optional<Found> found = unasked ? Optional.empty() : found();
    unasked = total >= ENDLESS;
    wipe();
    total = 0;
    last = 0;
    flaw = null;
    prefixMatched = 0;
    return found;
  }

  private Optional<Found> found() {
    if (flaw != null) {
      return Optional.of(new Found.Flawed(flaw));
    }
    int from = 0;
    int to = Math.max(0, length - tail.length);
    while (from < to && isLineEnd(kept[from])) {
      from++;
    }
    while (from < to && isLineEnd(kept[to - 1])) {
      to--;
    }
    if (to - from > Scanner.LONGEST_CODE) {
      return Optional.of(new Found.Flawed(Flaw.TOO_LONG));
    }
    return from == to
        ? Optional.empty()
        : Optional.of(new Found.Whole(Arrays.copyOfRange(kept, from, to)));
  }

  private static boolean isLineEnd(byte value) {
    return value == '\r' || value == '\n';
  }
}
