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
   * (115200 otherwise; 8 data bits, no parity, 1 stop bit), {@code file:PATH} for a device file
   * that takes bytes as they are, {@code input:PATH} for an input device, whose events nobody else
   * gets while it is open, {@code tcp:HOST:PORT}, or {@code replay:PATH} for a recorded trace in
   * place of a device.
   */
  static Port<Line> of(DeviceSettings settings) throws DeviceConfigurationException {
    String address = settings.address();
    String rest = address.substring(address.indexOf(':') + 1);
    return switch (address.substring(0, address.length() - rest.length())) {
      case DeviceFile.SERIAL -> DeviceFile.serial(settings, rest);
      case DeviceFile.PLAIN -> DeviceFile.plain(settings, rest);
      case DeviceFile.INPUT -> DeviceFile.input(settings, rest);
      case Replay.SCHEME -> Replay.of(settings, rest);
      case "tcp:" -> TcpAddress.parse(settings, rest);
      default -> throw settings.badAddress("has no port; write " + examples(settings.scheme()));
    };
  }

  private static String examples(String scheme) {
    return String.format(
        "%1$s:serial:/dev/ttyUSB0@115200, %1$s:file:/dev/usb/lp0 or %1$s:tcp:HOST:PORT", scheme);
  }
}
