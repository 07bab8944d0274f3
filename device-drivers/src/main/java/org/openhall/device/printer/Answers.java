package org.openhall.device.printer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/**
 * What a printer sends, told apart by the fixed bits of each kind: an answer to {@code DLE EOT} is
 * 0xx1xx10, one to {@code GS r} is 0xx0xxxx, and automatic status (GS a) is a first byte 0xx1xx00
 * with three more of the form of GS r, which therefore must be taken together with it; so must the
 * word that all was thrown away (DLE DC4 8), 37 25 00.
 */
final class Answers {

  private static final int AUTOMATIC_STATUS_REST = 3;
  private static final int BLOCK = 0x37;
  private static final int MOST_UNASKED = 16_384;

  private final Line line;
  private final byte[] buffer = new byte[256];
  private int restOfAutomaticStatus;
  private int automaticSoFar;
  private boolean inBlock;
  private boolean forgotten;
  private OptionalInt automatic = OptionalInt.empty();
  private OptionalInt realTime = OptionalInt.empty();
  private final Deque<Integer> inTurn = new ArrayDeque<>();

  Answers(Line line) {
    this.line = line;
  }

  /**
   * Forgets the answers that have come so far.
   *
   * @throws DeviceFaultException with BAD_ANSWER if they do not end
   */
  void clear() throws DeviceFaultException {
    int cleared = 0;
    int count;
    do {
      count = line.read(buffer, 0, Duration.ZERO);
      sort(count);
      cleared += count;
      requireFew(cleared);
    } while (count > 0);
    realTime = OptionalInt.empty();
    inTurn.clear();
    automatic = OptionalInt.empty();
  }

  /** The next answer to {@code DLE EOT}; empty if none comes in time. */
  OptionalInt realTime(Duration within) throws DeviceFaultException {
    receiveUntil(() -> realTime.isPresent(), within);
    OptionalInt answer = realTime;
    realTime = OptionalInt.empty();
    return answer;
  }

  /**
   * The latest status that came unasked since this was last looked at, its first byte the highest.
   */
  OptionalInt automatic() {
    OptionalInt status = automatic;
    automatic = OptionalInt.empty();
    return status;
  }

  /** The next answer to {@code GS r}; empty if none comes in time, or before it status unasked. */
  OptionalInt inTurn(Duration within) throws DeviceFaultException {
    receiveUntil(() -> !inTurn.isEmpty() || automatic.isPresent(), within);
    return inTurn.isEmpty() ? OptionalInt.empty() : OptionalInt.of(inTurn.removeFirst());
  }

  /** Waits for the word that all was thrown away; not every printer gives it. */
  void forgotten(Duration within) throws DeviceFaultException {
    forgotten = false;
    receiveUntil(() -> forgotten, within);
  }

  /** Nobody asked for so many answers. */
  static void requireFew(int answers) throws DeviceFaultException {
    if (answers > MOST_UNASKED) {
      throw new DeviceFaultException(Detail.BAD_ANSWER, "the printer sends without being asked");
    }
  }

  private void receiveUntil(BooleanSupplier come, Duration within) throws DeviceFaultException {
    long end = System.nanoTime() + within.toNanos();
    while (!come.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      sort(line.read(buffer, 0, Duration.ofNanos(left)));
    }
  }

  private void sort(int count) {
    for (int i = 0; i < count; i++) {
      sortOne(Byte.toUnsignedInt(buffer[i]));
    }
  }

  private void sortOne(int answer) {
    if (inBlock) {
      inBlock = answer != 0;
      forgotten = !inBlock;
    } else if (restOfAutomaticStatus > 0) {
      automaticByte(answer);
    } else if (answer == BLOCK) {
      inBlock = true;
    } else if ((answer & 0x93) == 0x12) {
      realTime = OptionalInt.of(answer);
    } else if ((answer & 0x93) == 0x10) {
      automaticSoFar = answer;
      restOfAutomaticStatus = AUTOMATIC_STATUS_REST;
    } else if ((answer & 0x90) == 0x00) {
      inTurn.addLast(answer);
    }
  }

  private void automaticByte(int next) {
    automaticSoFar = automaticSoFar << 8 | next;
    restOfAutomaticStatus--;
    if (restOfAutomaticStatus == 0) {
      automatic = OptionalInt.of(automaticSoFar);
    }
  }
}
