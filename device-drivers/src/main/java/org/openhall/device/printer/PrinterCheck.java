package org.openhall.device.printer;

import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.DeviceThread;
import org.openhall.device.transport.Line;

/** Asks a printer how it is. */
record PrinterCheck(PrintJob.Means means) implements DeviceThread.Check<Line> {

  @Override
  public Condition look(Line line) throws DeviceFaultException {
    Dialogue dialogue = new Dialogue(line, means);
    dialogue.clear();
    return dialogue.condition();
  }
}
