package org.openhall.device.printer;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Supply;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;

/** Asking a printer how it is, and waiting until it confirms. */
final class Dialogue {

  /**
   * How long a printer may take.
   *
   * @param answer for a real-time status
   * @param look after how much silence to ask what is wrong, while it should confirm
   * @param confirm for the whole receipt
   */
  record Patience(Duration answer, Duration look, Duration confirm) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30));
  }

  /** With so much silence after the last answer nothing of an earlier receipt is still to come. */
  private static final Duration SILENCE = Duration.ofMillis(300);

  private final Line line;
  private final PrintJob.Means means;
  private final Patience patience;
  private final boolean nearEndSensor;
  private final Answers answers;

  Dialogue(Line line, PrintJob.Means means) {
    this.line = line;
    this.means = means;
    patience = means.patience();
    nearEndSensor = means.profile().equipment().nearEndSensor();
    answers = new Answers(line);
  }

  /** Asks DLE EOT 1 to 4 (printer, cause of offline, cause of error, paper). */
  Condition condition() throws DeviceFaultException {
    int printer = realTime(1);
    int offline = realTime(2);
    int error = realTime(3);
    int paper = realTime(4);
    String said =
        String.format(Locale.ROOT, "DLE EOT %02X %02X %02X %02X", printer, offline, error, paper);
    return condition(printer, offline, error, paper)
        .with(Supply.RECEIPT_PAPER, level(offline, paper))
        .saying(said);
  }

  /** What four bytes of automatic status tell, put as the four answers would have told it. */
  private Condition unasked(int status) {
    int printer = status >> 24 & 0x08;
    int offline = (status >> 24 & 0x20) >> 3;
    int error = status >> 16 & 0x6C;
    int paper = (status >> 8 & 0x03) << 2 | (status >> 8 & 0x0C) << 3;
    return condition(printer, offline, error, paper)
        .saying(String.format(Locale.ROOT, "GS a %08X", status));
  }

  private Condition condition(int printer, int offline, int error, int paper) {
    if ((offline & 0x04) != 0) {
      return Condition.unavailable(Detail.COVER_OPEN);
    }
    if ((paper & 0x60) != 0 || (offline & 0x20) != 0) {
      return Condition.unavailable(Detail.PAPER_OUT);
    }
    if ((error & 0x08) != 0) {
      return Condition.unavailable(Detail.CUTTER_ERROR);
    }
    if ((printer & 0x08) != 0 || (offline & 0x40) != 0 || (error & 0x64) != 0) {
      return Condition.unavailable(Detail.OFFLINE);
    }
    return nearEndSensor && (paper & 0x0C) != 0
        ? Condition.attention(Detail.PAPER_NEAR_END)
        : Condition.READY;
  }

  private Supply.Level level(int offline, int paper) {
    if ((paper & 0x60) != 0 || (offline & 0x20) != 0) {
      return Supply.Level.OUT;
    }
    if (!nearEndSensor) {
      return Supply.Level.UNKNOWN;
    }
    return (paper & 0x0C) != 0 ? Supply.Level.LOW : Supply.Level.ENOUGH;
  }

  private int realTime(int kind) throws DeviceFaultException {
    line.write(new byte[] {0x10, 0x04, (byte) kind});
    return answers.realTime(patience.answer()).orElseThrow(() -> noAnswer("to its status " + kind));
  }

  /** Forgets what the printer may have said before. */
  void clear() throws DeviceFaultException {
    answers.clear();
  }

  /**
   * Clears up what may be left in the printer of an earlier receipt ({@link ReceiptBytes#parting}),
   * and makes sure that no answer to it can be taken for one to the next: it wants two answers, and
   * then silence.
   */
  void part() throws DeviceFaultException {
    Doubt doubt = means.doubt();
    line.write(ReceiptBytes.parting(means.profile(), means.fonts(), doubt.ours()));
    awaitConfirmation();
    awaitConfirmation();
    int late = 0;
    while (answers.inTurn(SILENCE).isPresent()) {
      Answers.requireFew(++late);
    }
    doubt.end();
  }

  /**
   * Has the printer throw away what it holds, if it can and the line still goes: a receipt that
   * stopped must not come out when its citizen has gone.
   *
   * @param because why, to which is added why that failed
   */
  void forget(DeviceFaultException because) {
    try {
      line.write(ReceiptBytes.FORGET);
      answers.forgotten(patience.answer());
    } catch (DeviceFaultException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Waits for the answer to the {@code GS r 1} at the receipt's end.
   *
   * @throws DeviceFaultException with what is wrong, if the answer does not come or tells of a
   *     paper that ran out
   */
  void awaitConfirmation() throws DeviceFaultException {
    long end = System.nanoTime() + patience.confirm().toNanos();
    while (System.nanoTime() < end) {
      OptionalInt answer = answers.inTurn(patience.look());
      if (answer.isPresent()) {
        requirePaper(answer.getAsInt());
        return;
      }
      OptionalInt unasked = answers.automatic();
      Condition condition = unasked.isPresent() ? unasked(unasked.getAsInt()) : condition();
      if (condition.state() == State.UNAVAILABLE) {
        throw new DeviceFaultException(condition.detail(), "the printer stopped in a receipt");
      }
    }
    throw noAnswer("at the end of a receipt");
  }

  private static void requirePaper(int answer) throws DeviceFaultException {
    if ((answer & 0x0C) != 0) {
      throw new DeviceFaultException(Detail.PAPER_OUT, "the paper ran out in a receipt");
    }
  }

  private static DeviceFaultException noAnswer(String when) {
    return new DeviceFaultException(Detail.NO_ANSWER, "the printer gave no answer " + when);
  }
}
