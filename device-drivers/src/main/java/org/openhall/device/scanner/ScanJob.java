package org.openhall.device.scanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Prompt;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.Scanner.ScanOutcome;
import org.openhall.device.scanner.CodeAssembler.Found;
import org.openhall.device.transport.CommandCancelledException;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;

/** Waits for a code, with the scanner triggered meanwhile where it must be. */
final class ScanJob implements DeviceJob<CodeLine, ScanOutcome> {

  private final Duration timeout;
  private final Trigger trigger;

  ScanJob(Duration timeout, Trigger trigger) {
    this.timeout = timeout;
    this.trigger = trigger;
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public ScanOutcome run(CodeLine line, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    ScanOutcome outcome = wanted(outcomeOf(triggered(line, run)), run);
    switch (outcome) {
      case ScanOutcome.CodeScanned _ -> run.count(Scanner.CODES_SCANNED, 1);
      case ScanOutcome.CodeUnreadable _ -> run.count(Scanner.CODES_UNREADABLE, 1);
      default -> {
        // says nothing of a code
      }
    }
    return outcome;
  }

  /** The light goes off also when the citizen walks away. */
  private Optional<Found> triggered(CodeLine line, CommandRun run)
      throws DeviceFaultException, CommandCancelledException {
    line.drop();
    line.write(trigger.on());
    run.ask(Prompt.SHOW_CODE);
    try {
      return line.next(timeout, run);
    } finally {
      line.write(trigger.off());
    }
  }

  private static ScanOutcome outcomeOf(Optional<Found> found) {
    if (found.isEmpty()) {
      return new ScanOutcome.NoCode();
    }
    return switch (found.get()) {
      case Found.Flawed(Flaw flaw) -> new ScanOutcome.CodeUnreadable(flaw);
      case Found.Whole(byte[] bytes) -> text(bytes);
    };
  }

  private static ScanOutcome text(byte[] bytes) {
    try {
      return CodeText.of(bytes)
          .<ScanOutcome>map(text -> new ScanOutcome.CodeScanned(new ScannedCode(text)))
          .orElseGet(() -> new ScanOutcome.CodeUnreadable(Flaw.NOT_TEXT));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** A code that nobody wants any more is erased at once. */
  private static ScanOutcome wanted(ScanOutcome outcome, CommandRun run) {
    if (!run.cancelled()) {
      return outcome;
    }
    if (outcome instanceof ScanOutcome.CodeScanned(ScannedCode code)) {
      code.close();
    }
    return new ScanOutcome.Cancelled();
  }

  @Override
  public ScanOutcome failed(DeviceHealth health) {
    return health.detail() == Detail.CLOSED
        ? new ScanOutcome.Cancelled()
        : new ScanOutcome.ScannerUnavailable(health);
  }

  @Override
  public ScanOutcome cancelled() {
    return new ScanOutcome.Cancelled();
  }
}
