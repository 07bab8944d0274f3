package org.openhall.device.scanner;

import java.time.Duration;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;
import org.openhall.device.transport.Recorder;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;
import org.openhall.device.transport.ThreadedDevice;

/** A scanner at the end of a line. Of what it sends only the lengths are recorded. */
final class LineScanner extends ThreadedDevice<CodeLine> implements Scanner {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration TEST_WAIT = Duration.ofSeconds(30);

  private final Trigger trigger;

  /**
   * How a scanner is reached and understood.
   *
   * @param ofKeys whether it is a keyboard
   */
  record Way(Port<Line> port, boolean ofKeys, Framing framing, Trigger trigger) {}

  LineScanner(String name, Way way, DeviceThread.Timing timing) {
    super(DeviceThread.start(driven(name, way), timing));
    this.trigger = way.trigger();
  }

  private static Driven<CodeLine> driven(String name, Way way) {
    Recorder recorder = Recorder.ofLengths();
    Port<Line> recorded = recorder.over(way.port());
    return new Driven<>(
        name,
        Capabilities.of(KIND),
        () -> new CodeLine(recorded.open(), way.framing(), way.ofKeys()),
        LineScanner::look,
        recorder);
  }

  /** A scanner cannot be asked how it is; one that is unplugged is seen by its line. */
  private static Condition look(CodeLine line) throws DeviceFaultException {
    line.drop();
    return Condition.READY;
  }

  @Override
  public DeviceCommand<ScanOutcome> scan(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("a scan may wait 0 to 5 minutes, not " + timeout);
    }
    return submit(new ScanJob(timeout, trigger));
  }

  @Override
  protected DeviceJob<CodeLine, SelfTestOutcome> test(SelfTest level) {
    return new SelfTestJob<>(
        level,
        (line, run, sheet) -> {
          sheet.write(Step.SELF_CHECK, true, "");
          if (level == SelfTest.INTERACTIVE) {
            code(line, run, sheet);
          }
        });
  }

  /** What is scanned is erased unseen; only how long it was is told. */
  private void code(CodeLine line, CommandRun run, Sheet sheet)
      throws DeviceFaultException, CommandCancelledException {
    ScanOutcome outcome = new ScanJob(TEST_WAIT, trigger).run(line, run);
    run.requireWanted();
    sheet.write(Step.SEEN, !(outcome instanceof ScanOutcome.NoCode), "");
    switch (outcome) {
      case ScanOutcome.CodeScanned(ScannedCode code) -> {
        sheet.write(Step.MEDIA_READ, true, code.length() + " CHARACTERS");
        code.close();
      }
      case ScanOutcome.CodeUnreadable(Flaw flaw) ->
          sheet.write(Step.MEDIA_READ, false, flaw.name());
      default -> sheet.write(Step.MEDIA_READ, false, "");
    }
  }
}
