package org.openhall.device.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;

/**
 * A serial port by its path; a symbolic link is followed anew at every opening, so that an adapter
 * that was unplugged and came back under another number is found.
 */
record SerialPortAddress(Path path, int baud) implements Port<Line> {

  private static final int DEFAULT_BAUD = 115_200;
  private static final String LIBRARY_PATH = "jSerialComm.library.path";

  static SerialPortAddress parse(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    int at = text.lastIndexOf('@');
    String path = at < 0 ? text : text.substring(0, at);
    String baud = at < 0 ? String.valueOf(DEFAULT_BAUD) : text.substring(at + 1);
    if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
      throw settings.badAddress("has no absolute path; write serial:/dev/ttyUSB0@115200");
    }
    if (!baud.matches("[1-9][0-9]{2,6}")) {
      throw settings.badAddress("has no speed after @; write 115200 or what the device is set to");
    }
    return new SerialPortAddress(Path.of(path), Integer.parseInt(baud));
  }

  @Override
  public Line open() throws DeviceFaultException {
    if (!Files.exists(path)) {
      throw new DeviceFaultException(Detail.PORT_MISSING, this + " is not there");
    }
    keepNativeLibraryInTemporaryDirectory();
    try {
      SerialPort port = SerialPort.getCommPort(path.toString());
      port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SerialLine.SLICE_MILLIS, 0);
      if (port.openPort(0)) {
        return new SerialLine(port, toString());
      }
      throw new DeviceFaultException(
          Detail.PORT_MISSING, this + " cannot be opened, code " + port.getLastErrorCode());
    } catch (SerialPortInvalidPortException e) {
      throw new DeviceFaultException(Detail.PORT_MISSING, this + " is no serial port", e);
    }
  }

  /** Else jSerialComm may unpack it into the home directory of the terminal's user. */
  private static void keepNativeLibraryInTemporaryDirectory() {
    if (System.getProperty(LIBRARY_PATH) == null) {
      System.setProperty(LIBRARY_PATH, System.getProperty("java.io.tmpdir"));
    }
  }

  @Override
  public String toString() {
    return "serial:" + path + "@" + baud;
  }
}
