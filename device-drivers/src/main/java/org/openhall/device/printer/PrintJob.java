package org.openhall.device.printer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.Line;

/** Prints one receipt once: look, send, wait for the printer's own word. */
final class PrintJob implements DeviceJob<Line, PrintOutcome> {

  /**
   * How receipts are sent.
   *
   * @param inDoubt whether an earlier receipt may have been sent and never confirmed
   */
  record Means(
      Profile profile, RasterFonts fonts, Dialogue.Patience patience, AtomicBoolean inDoubt) {}

  private final Receipt receipt;
  private final Means means;
  private boolean sent;

  PrintJob(Receipt receipt, Means means) {
    this.receipt = receipt;
    this.means = means;
  }

  @Override
  public String name() {
    return "print";
  }

  @Override
  public PrintOutcome run(Line line, CommandRun run) throws DeviceFaultException {
    byte[] bytes = ReceiptBytes.of(receipt, means.profile(), means.fonts());
    Dialogue dialogue = new Dialogue(line, means);
    dialogue.clear();
    Condition condition = dialogue.condition();
    if (condition.state() == State.UNAVAILABLE) {
      return new PrintOutcome.NotPrinted(condition.detail());
    }
    if (means.inDoubt().get()) {
      dialogue.settle();
    }
    if (run.cancelled()) {
      return new PrintOutcome.Cancelled();
    }
    dialogue.clear();
    sent = true;
    run.count(ReceiptPrinter.RECEIPTS_SENT, 1);
    means.inDoubt().set(true);
    line.write(bytes);
    dialogue.awaitConfirmation();
    means.inDoubt().set(false);
    run.count(ReceiptPrinter.RECEIPTS_PRINTED, 1);
    run.count(
        ReceiptPrinter.PAPER_MILLIMETRES,
        PaperLength.millimetres(receipt, means.profile(), means.fonts()));
    return new PrintOutcome.Printed();
  }

  @Override
  public PrintOutcome failed(DeviceHealth health) {
    if (sent) {
      return new PrintOutcome.Unknown(health.detail());
    }
    return health.detail() == Detail.CLOSED
        ? new PrintOutcome.Cancelled()
        : new PrintOutcome.NotPrinted(health.detail());
  }

  @Override
  public PrintOutcome cancelled() {
    return new PrintOutcome.Cancelled();
  }
}
