package org.openhall.device.transport;

import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;

/**
 * Where a device is to be found; opened anew for every connection.
 *
 * @param <C> what is opened
 */
@FunctionalInterface
public interface Port<C extends Connection> {

  /**
   * Opens it.
   *
   * @throws DeviceFaultException with PORT_MISSING if nothing is there, PORT_BUSY if another
   *     program holds it, PORT_FORBIDDEN if it may not be opened
   */
  C open() throws DeviceFaultException;

  /**
   * The port that a device's address names: {@code serial:PATH} with an optional {@code @BAUD}
   * (115200 otherwise; 8 data bits, no parity, 1 stop bit), or {@code tcp:HOST:PORT}.
   */
  static Port<Line> of(DeviceSettings settings) throws DeviceConfigurationException {
    String address = settings.address();
    if (address.startsWith("serial:")) {
      return SerialPortAddress.parse(settings, address.substring("serial:".length()));
    }
    if (address.startsWith("tcp:")) {
      return TcpAddress.parse(settings, address.substring("tcp:".length()));
    }
    throw settings.badAddress(
        "has no port; write "
            + settings.scheme()
            + ":serial:/dev/ttyUSB0@115200 or "
            + settings.scheme()
            + ":tcp:HOST:PORT");
  }
}
