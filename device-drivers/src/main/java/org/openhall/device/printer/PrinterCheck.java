package org.openhall.device.printer;

import org.openhall.device.DeviceHealth.State;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Line;

/**
 * Asks a printer how it is. One that can print again, after a receipt was left unconfirmed in it,
 * first throws the rest away and cuts the paper, while whose it is may still stand there.
 */
record PrinterCheck(PrintJob.Means means) implements DeviceThread.Check<Line> {

  @Override
  public Condition look(Line line) throws DeviceFaultException {
    Dialogue dialogue = new Dialogue(line, means);
    dialogue.clear();
    Condition condition = dialogue.condition();
    if (condition.state() == State.UNAVAILABLE || !means.doubt().dueUnasked()) {
      return condition;
    }
    dialogue.part();
    return dialogue.condition();
  }
}
