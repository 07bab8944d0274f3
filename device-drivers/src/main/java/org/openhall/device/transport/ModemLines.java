package org.openhall.device.transport;

import java.nio.file.Path;
import java.util.Locale;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;

/**
 * The modem lines of a serial port, as contacts are wired to them: DTR and RTS are raised while it
 * is open, and a contact that closes brings one of them to CTS, DSR, DCD or RI. Nothing is sent.
 */
public final class ModemLines implements Connection {

  private static final int ANY_BAUD = 9_600;

  private final int descriptor;
  private final String name;
  private boolean closed;

  /** The lines that a port can sense, with their bits in TIOCMGET. */
  public enum ModemLine {
    CTS(0x020),
    DCD(0x040),
    RI(0x080),
    DSR(0x100);

    private final int bit;

    ModemLine(int bit) {
      this.bit = bit;
    }

    boolean in(int bits) {
      return (bits & bit) != 0;
    }
  }

  private ModemLines(int descriptor, String name) {
    this.descriptor = descriptor;
    this.name = name;
  }

  /**
   * The port of a path, e.g. {@code /dev/ttyS1}.
   *
   * @throws DeviceConfigurationException if it is no absolute path
   */
  public static Port<ModemLines> port(DeviceSettings settings, String path)
      throws DeviceConfigurationException {
    Path file = DeviceFile.path(settings, path, settings.scheme() + ":modem:/dev/ttyS1");
    return () -> open(file);
  }

  /** The line of a name, in capital or small letters. */
  public static ModemLine line(DeviceSettings settings, String option)
      throws DeviceConfigurationException {
    String typed = settings.option(option, "cts").toUpperCase(Locale.ROOT);
    for (ModemLine line : ModemLine.values()) {
      if (line.name().equals(typed)) {
        return line;
      }
    }
    throw settings.badOption(option, "is no modem line; write cts, dsr, dcd or ri");
  }

  private static ModemLines open(Path file) throws DeviceFaultException {
    String name = "modem:" + file;
    return DeviceFile.opened(
        file,
        name,
        descriptor -> {
          Posix.makeRaw(descriptor, ANY_BAUD);
          Ioctl.modemLines(descriptor);
          return new ModemLines(descriptor, name);
        });
  }

  /**
   * Whether a line is raised now.
   *
   * @throws DeviceFaultException with LINE_LOST if the port is gone or was closed
   */
  public synchronized boolean raised(ModemLine line) throws DeviceFaultException {
    if (closed) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " is closed");
    }
    try {
      return line.in(Ioctl.modemLines(descriptor));
    } catch (Posix.ErrnoException e) {
      throw new DeviceFaultException(Detail.LINE_LOST, name + " was lost", "errno " + e.errno(), e);
    }
  }

  /** There is never a wait on it. */
  @Override
  public void wake() {}

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      DeviceFile.closeQuietly(descriptor);
    }
  }
}
