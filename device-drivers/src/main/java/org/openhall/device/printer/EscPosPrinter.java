package org.openhall.device.printer;

import java.util.function.Consumer;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;

/** A receipt printer that speaks ESC/POS over a line that goes both ways. */
final class EscPosPrinter implements ReceiptPrinter {

  private final PrintJob.Means means;
  private final DeviceThread device;

  EscPosPrinter(String name, Port port, PrintJob.Means means, DeviceThread.Timing timing) {
    this.means = means;
    device = DeviceThread.start(name, port, this::look, timing);
  }

  @Override
  public DeviceCommand<PrintOutcome> print(Receipt receipt) {
    return device.submit(new PrintJob(receipt, means));
  }

  @Override
  public int millimetres(Receipt receipt) {
    return PaperLength.millimetres(receipt, means.profile(), means.fonts());
  }

  @Override
  public DeviceHealth health() {
    return device.health();
  }

  @Override
  public Subscription onHealth(Consumer<DeviceHealth> listener) {
    return device.onHealth(listener);
  }

  @Override
  public void close() {
    device.close();
  }

  private Condition look(Line line) throws DeviceFaultException {
    Dialogue dialogue = new Dialogue(line, means.patience());
    dialogue.clear();
    return dialogue.condition();
  }
}
