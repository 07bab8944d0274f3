package org.openhall.device.sensor;

import org.openhall.device.Sense;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.ModemLines;
import org.openhall.device.transport.ModemLines.ModemLine;
import org.openhall.device.transport.Port;

/** A contact that is wired to a modem line of a serial port; it is active while it is closed. */
record ModemContact(ModemLines lines, ModemLine line) implements Contact {

  static Port<Contact> port(Port<ModemLines> port, ModemLine line) {
    return () -> new ModemContact(port.open(), line);
  }

  @Override
  public Condition sample() throws DeviceFaultException {
    return Condition.READY.with(lines.raised(line) ? Sense.ACTIVE : Sense.QUIET);
  }

  @Override
  public void wake() {
    lines.wake();
  }

  @Override
  public void close() {
    lines.close();
  }
}
