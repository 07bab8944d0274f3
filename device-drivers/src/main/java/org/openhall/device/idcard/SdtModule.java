package org.openhall.device.idcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/** The security module at the end of a line: one question, one answer. */
final class SdtModule {

  /** After this silence no more of a garbled answer is expected. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private final Line line;
  private final BooleanSupplier givenUp;
  private final byte[] buffer = new byte[SdtFrame.LONGEST];

  SdtModule(Line line) {
    this(line, () -> false);
  }

  /**
   * A module whose answers are waited for until they are given up.
   *
   * @param givenUp asked after every wait
   */
  SdtModule(Line line, BooleanSupplier givenUp) {
    this.line = line;
    this.givenUp = givenUp;
  }

  /**
   * Asks and waits for the answer. Whatever lay on the line before is passed over.
   *
   * @throws GarbledAnswerException if only bytes that make no frame came, or the answer was given
   *     up
   * @throws DeviceFaultException with NO_ANSWER if nothing came in time
   */
  SdtReply ask(SdtCommand command) throws DeviceFaultException, GarbledAnswerException {
    try {
      drain();
      line.write(command.frame());
      return receive(command);
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  private void drain() throws DeviceFaultException {
    int drained = 0;
    while (drained < SdtFrame.LONGEST) {
      int count = line.read(buffer, 0, Duration.ZERO);
      if (count == 0) {
        return;
      }
      drained += count;
    }
    throw new DeviceFaultException(Detail.BAD_ANSWER, "the reader sends without being asked");
  }

  private SdtReply receive(SdtCommand command) throws DeviceFaultException, GarbledAnswerException {
    long end = System.nanoTime() + command.answerWithin().toNanos();
    int filled = 0;
    boolean more = true;
    while (more) {
      int count = line.read(buffer, filled, QUIET);
      filled += count;
      SdtFrame.Found found = SdtFrame.search(buffer, filled);
      if (found.reply().isPresent()) {
        return found.reply().get();
      }
      if (givenUp.getAsBoolean()) {
        throw new GarbledAnswerException(command);
      }
      boolean brokenOff = found.garbled() && count == 0;
      more = !brokenOff && filled < buffer.length && System.nanoTime() < end;
    }
    if (filled > 0) {
      throw new GarbledAnswerException(command);
    }
    throw new DeviceFaultException(Detail.NO_ANSWER, "no answer to " + command);
  }
}
