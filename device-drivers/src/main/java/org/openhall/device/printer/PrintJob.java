package org.openhall.device.printer;

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
   * @param doubt whether an earlier receipt may have been sent and never confirmed
   */
  record Means(Profile profile, RasterFonts fonts, Dialogue.Patience patience, Doubt doubt) {}

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
    if (means.doubt().present()) {
      dialogue.part();
    }
    if (run.cancelled()) {
      return new PrintOutcome.Cancelled();
    }
    dialogue.clear();
    sent = true;
    run.count(ReceiptPrinter.RECEIPTS_SENT, 1);
    means.doubt().begin();
    line.write(bytes);
    confirmed(dialogue);
    means.doubt().end();
    run.count(ReceiptPrinter.RECEIPTS_PRINTED, 1);
    run.count(
        ReceiptPrinter.PAPER_MILLIMETRES,
        PaperLength.millimetres(receipt, means.profile(), means.fonts()));
    return new PrintOutcome.Printed();
  }

  private static void confirmed(Dialogue dialogue) throws DeviceFaultException {
    try {
      dialogue.awaitConfirmation();
    } catch (DeviceFaultException e) {
      if (e.detail() != Detail.LINE_LOST) {
        dialogue.forget(e);
      }
      throw e;
    }
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
