package org.openhall.device.sensor;

import org.openhall.device.transport.Condition;
import org.openhall.device.transport.Connection;
import org.openhall.device.transport.DeviceFaultException;

/** A way to something with two states. Never waits. */
interface Contact extends Connection {

  /**
   * How it is, and what it says now, as it says it: neither inverted nor steadied.
   *
   * @throws DeviceFaultException if it is gone, or says what is no word of it
   */
  Condition sample() throws DeviceFaultException;
}
