package org.openhall.simulator.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits what comes into commands and runs of text. A command that one connection left unfinished
 * takes its rest from the next, as a printer knows of bytes only. Real-time commands are told only
 * between commands: within the data of one they are data.
 */
final class Tokenizer {

  private static final int FIRST_PRINTABLE = 0x20;

  /** The longest command that is kept: an image of two metres of the widest paper, and change. */
  static final int LONGEST = 2 << 20;

  /** So much of a longer one is kept for messages. */
  private static final int HEAD = 16;

  private final List<Token> tokens = new ArrayList<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private byte[] command = new byte[64];
  private int count;

  /** How many bytes of a command that is too long are still to be passed over. */
  private long tooMany;

  private @Nullable Op op;
  private long offset;

  /** Takes the bytes that came; returns what they complete. A begun command is kept. */
  List<Token> take(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      take(bytes[i]);
      offset++;
    }
    endText();
    List<Token> taken = List.copyOf(tokens);
    tokens.clear();
    return taken;
  }

  private void take(byte next) {
    if (tooMany > 0) {
      tooMany--;
      return;
    }
    if (count == 0 && (next & 0xFF) >= FIRST_PRINTABLE) {
      text.write(next);
      return;
    }
    endText();
    append(next);
    if (op == null) {
      op = recognised().orElse(null);
    }
    if (op != null) {
      endIfWhole(op);
    }
  }

  /** Forgets a command that has begun. */
  void reset() {
    text.reset();
    tooMany = 0;
    op = null;
    count = 0;
  }

  /** A command that is too long is told by its head; its data are passed over. */
  private void endIfWhole(Op begun) {
    long needed = begun.extent().needed(command, count);
    boolean tooLong = needed > LONGEST;
    if (count < needed && !tooLong) {
      return;
    }
    long begin = offset + 1 - count;
    tokens.add(
        tooLong
            ? new Token(Op.TOO_LONG, Arrays.copyOf(command, Math.min(count, HEAD)), begin)
            : new Token(begun, Arrays.copyOf(command, count), begin));
    tooMany = tooLong ? needed - count : 0;
    op = null;
    count = 0;
  }

  /** The command that has begun, once enough of it is there. */
  private Optional<Op> recognised() {
    int first = command[0] & 0xFF;
    if (!Op.hasSecond(first)) {
      return Optional.of(Op.of(first));
    }
    return count < 2 ? Optional.empty() : Optional.of(Op.of(first, command[1] & 0xFF));
  }

  private void append(byte next) {
    if (count == command.length) {
      command = Arrays.copyOf(command, count * 2);
    }
    command[count++] = next;
  }

  private void endText() {
    if (text.size() > 0) {
      tokens.add(new Token(Op.TEXT, text.toByteArray(), offset - text.size()));
      text.reset();
    }
  }
}
