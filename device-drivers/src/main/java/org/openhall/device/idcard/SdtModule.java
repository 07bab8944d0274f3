package org.openhall.device.idcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/** The security module at the end of a line: one question, one answer. */
final class SdtModule {

  /** After this silence no more is expected of an answer whose end came, but garbled. */
  private static final Duration QUIET = Duration.ofMillis(300);

  /** After so many in a row no more is expected of one that was begun. */
  private static final int SILENCES = 3;

  /** An answer and the noise before it, at most. */
  private static final int MOST_BYTES = 4_096;

  private static final System.Logger LOG = System.getLogger(SdtModule.class.getName());

  private final Line line;
  private final BooleanSupplier givenUp;
  private final byte[] buffer = new byte[MOST_BYTES];

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
   * Asks and waits for the answer, and asks again where question or answer came garbled, as often
   * as the command may be. Whatever lay on the line before is passed over.
   *
   * @throws GarbledAnswerException if only bytes that make no frame came, or the answer was given
   *     up
   * @throws DeviceFaultException with NO_ANSWER if nothing came in time
   */
  SdtReply ask(SdtCommand command) throws DeviceFaultException, GarbledAnswerException {
    for (int tries = 1; tries < command.tries(); tries++) {
      Optional<SdtReply> reply = tried(command);
      if (reply.isPresent()) {
        return reply.get();
      }
      if (givenUp.getAsBoolean()) {
        throw new GarbledAnswerException(command);
      }
    }
    return askOnce(command);
  }

  /** Empty where it should be asked again. */
  private Optional<SdtReply> tried(SdtCommand command) throws DeviceFaultException {
    try {
      SdtReply reply = askOnce(command);
      boolean understood = SdtStatus.of(reply.status()) != SdtStatus.REQUEST_GARBLED;
      return understood ? Optional.of(reply) : Optional.empty();
    } catch (GarbledAnswerException e) {
      LOG.log(System.Logger.Level.DEBUG, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private SdtReply askOnce(SdtCommand command) throws DeviceFaultException, GarbledAnswerException {
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
    while (drained < buffer.length) {
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
    SdtFrame frame = new SdtFrame(command.longestAnswer());
    int filled = 0;
    int silences = 0;
    boolean more = true;
    while (more) {
      int count = line.read(buffer, filled, QUIET);
      filled += count;
      boolean quiet = count == 0;
      Optional<SdtReply> reply =
          quiet
              ? new SdtFrame(command.longestAnswer()).searchRest(buffer, filled)
              : frame.search(buffer, filled);
      if (reply.isPresent()) {
        return reply.get();
      }
      if (givenUp.getAsBoolean()) {
        throw new GarbledAnswerException(command);
      }
      silences = quiet ? silences + 1 : 0;
      boolean brokenOff = filled > 0 && silences >= (frame.garbled() ? 1 : SILENCES);
      more = !brokenOff && filled < buffer.length && System.nanoTime() < end;
    }
    if (filled > 0) {
      throw new GarbledAnswerException(command);
    }
    throw new DeviceFaultException(Detail.NO_ANSWER, "no answer to " + command);
  }
}
