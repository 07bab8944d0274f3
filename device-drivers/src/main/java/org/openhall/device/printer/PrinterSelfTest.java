package org.openhall.device.printer;

import java.time.Duration;
import java.util.List;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Prompt;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Supply;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;

/**
 * Tests a printer: its sensors; a printed page; and, with a person, that it feels its cover being
 * opened and shut.
 */
final class PrinterSelfTest {

  /** How long a person is waited for. */
  private static final Duration WAIT = Duration.ofSeconds(60);

  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  private static final Receipt PAGE =
      new Receipt(
          List.of(
              new Receipt.Line.Heading("打印自检 SELF TEST"),
              new Receipt.Line.Rule(),
              new Receipt.Line.Text("政务公开 0123456789 ABCxyz 㐂𠮷䶮镕"),
              new Receipt.Line.Pair("左 left", "右 right"),
              new Receipt.Line.Qr("OpenHall self test 明厅"),
              new Receipt.Line.Rule()));

  private PrinterSelfTest() {}

  static SelfTestJob<Line> job(SelfTest level, PrintJob.Means means) {
    return new SelfTestJob<>(
        level,
        (line, run, sheet) -> {
          sensors(line, means, sheet);
          if (level != SelfTest.INTERNAL) {
            page(line, run, means, sheet);
          }
          if (level == SelfTest.INTERACTIVE) {
            cover(line, run, means, sheet);
          }
        });
  }

  private static void sensors(Line line, PrintJob.Means means, Sheet sheet)
      throws DeviceFaultException {
    Condition condition = new PrinterCheck(means).look(line);
    sheet.write(Step.SENSORS, condition.state() != State.UNAVAILABLE, condition.code());
    Supply.Level paper =
        condition.supplies().getOrDefault(Supply.RECEIPT_PAPER, Supply.Level.UNKNOWN);
    sheet.write(Step.SUPPLIES, paper == Supply.Level.ENOUGH, paper.name());
  }

  private static void page(Line line, CommandRun run, PrintJob.Means means, Sheet sheet)
      throws DeviceFaultException, CommandCancelledException {
    PrintOutcome outcome = new PrintJob(PAGE, means).run(line, run);
    run.requireWanted();
    sheet.write(Step.TEST_PAGE, outcome instanceof PrintOutcome.Printed, "");
  }

  private static void cover(Line line, CommandRun run, PrintJob.Means means, Sheet sheet)
      throws DeviceFaultException, CommandCancelledException {
    PrinterCheck check = new PrinterCheck(means);
    run.ask(Prompt.OPEN_COVER);
    sheet.write(Step.OPENED, seen(line, run, check, true), "");
    run.ask(Prompt.SHUT_COVER);
    sheet.write(Step.SHUT, seen(line, run, check, false), "");
  }

  private static boolean seen(Line line, CommandRun run, PrinterCheck check, boolean open)
      throws DeviceFaultException, CommandCancelledException {
    long end = System.nanoTime() + WAIT.toNanos();
    while (System.nanoTime() < end) {
      if ((check.look(line).detail() == Detail.COVER_OPEN) == open) {
        return true;
      }
      run.await(LOOK_EVERY);
      run.requireWanted();
    }
    return false;
  }
}
