package org.openhall.device.idcard;

import java.time.Duration;
import java.time.InstantSource;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.Prompt;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;

/**
 * Tests a reader: the module's own state and number; and, with a person, that it reads a card. What
 * it reads is erased unseen. Such a reader does nothing outwardly by itself.
 */
final class SdtSelfTest {

  /** How long a card is waited for. */
  private static final Duration WAIT = Duration.ofSeconds(30);

  private SdtSelfTest() {}

  static SelfTestJob<Line> job(SelfTest level, InstantSource clock) {
    return new SelfTestJob<>(
        level,
        (line, run, sheet) -> {
          module(line, sheet);
          if (level == SelfTest.INTERACTIVE) {
            card(line, run, sheet, clock);
          }
        });
  }

  private static void module(Line line, Sheet sheet) throws DeviceFaultException {
    Condition condition = new SdtCheck().look(line);
    sheet.write(Step.SELF_CHECK, condition.state() == State.READY, condition.code());
    String number = SdtCheck.number(line).orElse("");
    sheet.write(Step.IDENTITY, !number.isEmpty(), number);
  }

  private static void card(Line line, CommandRun run, Sheet sheet, InstantSource clock)
      throws DeviceFaultException, CommandCancelledException {
    run.ask(Prompt.LAY_CARD);
    ReadOutcome outcome = new ReadJob(new ReadJob.Wish(WAIT, false), clock).run(line, run);
    if (outcome instanceof ReadOutcome.CardRead(var card)) {
      card.close();
    }
    run.requireWanted();
    sheet.write(Step.MEDIA_INSERTED, !(outcome instanceof ReadOutcome.NoCard), "");
    String code = outcome instanceof ReadOutcome.CardUnreadable(String said) ? said : "";
    sheet.write(Step.MEDIA_READ, outcome instanceof ReadOutcome.CardRead, code);
  }
}
