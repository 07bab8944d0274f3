package org.openhall.device.socialcard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.CardTerminals;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.Prompt;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.SocialCardReader;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.Recorder;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;
import org.openhall.device.transport.ThreadedDevice;

/** A reader of social-security cards behind {@code javax.smartcardio}. */
final class PcscCardReader extends ThreadedDevice<ReaderSession> implements SocialCardReader {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** How long a card is waited for in a self test. */
  private static final Duration TEST_WAIT = Duration.ofSeconds(30);

  private static final Capabilities PROFILE =
      Capabilities.of(KIND)
          .with(Capabilities.TELLS_INSERTED, true)
          .with(Capabilities.TELLS_TAKEN, true);

  /** Opens the way to the resource manager. */
  interface Factory {
    CardTerminals terminals() throws DeviceFaultException;
  }

  private PcscCardReader(DeviceThread<ReaderSession> thread) {
    super(thread);
  }

  /**
   * A reader, driven from now on.
   *
   * @param reader a part of its name; empty for the first there is
   */
  static PcscCardReader start(
      String name, Factory factory, String reader, DeviceThread.Timing timing) {
    Recorder trace = Recorder.ofLengths();
    AtomicBoolean spent = new AtomicBoolean();
    Driven<ReaderSession> driven =
        new Driven<>(
            name,
            PROFILE,
            () -> new ReaderSession(factory.terminals(), reader, spent, trace),
            new ReaderCheck(),
            trace);
    return new PcscCardReader(DeviceThread.start(driven, timing));
  }

  @Override
  public DeviceCommand<ReadOutcome> read(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("a reading may wait 0 to 5 minutes, not " + timeout);
    }
    return submit(new CardJob(timeout));
  }

  @Override
  protected DeviceJob<ReaderSession, SelfTestOutcome> test(SelfTest level) {
    return new SelfTestJob<>(
        level,
        (session, run, sheet) -> {
          sheet.write(Step.ANSWERS, true, session.require().getName());
          if (level == SelfTest.INTERACTIVE) {
            testCard(session, run, sheet);
          }
        });
  }

  /** What is read is erased unseen. */
  private static void testCard(ReaderSession session, CommandRun run, Sheet sheet)
      throws DeviceFaultException, CommandCancelledException {
    run.ask(Prompt.LAY_CARD);
    ReadOutcome outcome = new CardJob(TEST_WAIT).run(session, run);
    if (outcome instanceof ReadOutcome.CardRead(var card)) {
      card.close();
    }
    run.requireWanted();
    sheet.write(Step.MEDIA_INSERTED, !(outcome instanceof ReadOutcome.NoCard), "");
    String code = outcome instanceof ReadOutcome.CardUnreadable(String said) ? said : "";
    sheet.write(Step.MEDIA_READ, outcome instanceof ReadOutcome.CardRead, code);
  }
}
