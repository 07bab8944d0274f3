package org.openhall.device.printer;

import org.openhall.device.DeviceCommand;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.transport.DeviceJob;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.DeviceThread.Driven;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;
import org.openhall.device.transport.Recorder;
import org.openhall.device.transport.ThreadedDevice;

/** A receipt printer that speaks ESC/POS over a line that goes both ways. */
final class EscPosPrinter extends ThreadedDevice<Line> implements ReceiptPrinter {

  private final PrintJob.Means means;

  EscPosPrinter(String name, Port<Line> port, PrintJob.Means means, DeviceThread.Timing timing) {
    super(
        DeviceThread.start(
            Driven.recorded(
                name,
                means.profile().capabilities(),
                port,
                new PrinterCheck(means),
                new Recorder(PrinterRedaction::new)),
            timing));
    this.means = means;
  }

  @Override
  public DeviceCommand<PrintOutcome> print(Receipt receipt) {
    return submit(new PrintJob(receipt, means));
  }

  @Override
  public int millimetres(Receipt receipt) {
    return PaperLength.millimetres(receipt, means.profile(), means.fonts());
  }

  @Override
  protected DeviceJob<Line, SelfTestOutcome> test(SelfTest level) {
    return PrinterSelfTest.job(level, means);
  }
}
