package org.openhall.device.transport;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;

/**
 * A device file by its path: a serial port with its speed, an input device whose events nobody else
 * gets, or a file that takes bytes as they are, such as a printer's on USB. A symbolic link is
 * followed anew at every opening, so that an adapter that was unplugged and came back under another
 * number is found. The file is claimed while it is open: no two programs of ours have it at once.
 */
record DeviceFile(Path path, Kind kind, OptionalInt baud) implements Port<Line> {

  static final String SERIAL = "serial:";
  static final String PLAIN = "file:";
  static final String INPUT = "input:";

  private static final int DEFAULT_BAUD = 115_200;
  private static final Set<Integer> SPEEDS =
      Set.of(
          1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600);

  /** What the file is. */
  enum Kind {
    SERIAL_PORT,
    INPUT_DEVICE,
    PLAIN_FILE
  }

  /** Makes something of a file that was just opened. */
  @FunctionalInterface
  interface Opening<T> {
    T of(int descriptor) throws Posix.ErrnoException;
  }

  /** What stands behind {@code serial:}, e.g. {@code /dev/ttyUSB0@9600}. */
  static DeviceFile serial(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    int at = text.lastIndexOf('@');
    String speed = at < 0 ? String.valueOf(DEFAULT_BAUD) : text.substring(at + 1);
    if (!speed.matches("[1-9][0-9]{2,6}") || !SPEEDS.contains(Integer.parseInt(speed))) {
      throw settings.badAddress(
          "has no speed after @; write what the device is set to, one of " + new TreeSet<>(SPEEDS));
    }
    String path = at < 0 ? text : text.substring(0, at);
    return new DeviceFile(
        path(settings, path, "serial:/dev/ttyUSB0@115200"),
        Kind.SERIAL_PORT,
        OptionalInt.of(Integer.parseInt(speed)));
  }

  /** What stands behind {@code file:}, e.g. {@code /dev/usb/lp0}. */
  static DeviceFile plain(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    return new DeviceFile(
        path(settings, text, "file:/dev/usb/lp0"), Kind.PLAIN_FILE, OptionalInt.empty());
  }

  /** What stands behind {@code input:}, e.g. {@code /dev/input/by-id/…-event-kbd}. */
  static DeviceFile input(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    return new DeviceFile(
        path(settings, text, "input:/dev/input/by-id/NAME-event-kbd"),
        Kind.INPUT_DEVICE,
        OptionalInt.empty());
  }

  static Path path(DeviceSettings settings, String text, String example)
      throws DeviceConfigurationException {
    if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
      throw settings.badAddress("has no absolute path; write " + example);
    }
    return Path.of(text);
  }

  @Override
  public Line open() throws DeviceFaultException {
    return opened(path, toString(), this::prepared);
  }

  /**
   * Opens a file and claims it; where that or what follows fails, it is closed again.
   *
   * @throws DeviceFaultException with PORT_WRONG if it is another kind of file
   */
  static <T> T opened(Path path, String name, Opening<T> then) throws DeviceFaultException {
    try {
      int descriptor = Posix.open(path.toString());
      try {
        Posix.claim(descriptor);
        return then.of(descriptor);
      } catch (Posix.ErrnoException e) {
        Posix.close(descriptor);
        throw e;
      }
    } catch (Posix.ErrnoException e) {
      throw new DeviceFaultException(
          detail(e.errno()), name + " cannot be opened", "errno " + e.errno(), e);
    }
  }

  private Line prepared(int descriptor) throws Posix.ErrnoException {
    switch (kind) {
      case SERIAL_PORT -> Posix.makeRaw(descriptor, baud.orElse(DEFAULT_BAUD));
      case INPUT_DEVICE -> Ioctl.grab(descriptor);
      case PLAIN_FILE -> {
        // bytes go as they are
      }
    }
    return new DeviceFileLine(descriptor, Posix.eventCounter(), toString());
  }

  /** Closing a file fails only where it is gone anyway. */
  static void closeQuietly(int descriptor) {
    try {
      Posix.close(descriptor);
    } catch (Posix.ErrnoException e) {
      System.getLogger(DeviceFile.class.getName()).log(System.Logger.Level.DEBUG, "at closing", e);
    }
  }

  private static Detail detail(int errno) {
    return switch (errno) {
      case Posix.EAGAIN, Posix.EBUSY -> Detail.PORT_BUSY;
      case Posix.EACCES, Posix.EPERM -> Detail.PORT_FORBIDDEN;
      case Posix.EISDIR, Ioctl.ENOTTY, Ioctl.EINVAL -> Detail.PORT_WRONG;
      default -> Detail.PORT_MISSING;
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case SERIAL_PORT -> SERIAL + path + "@" + baud.orElse(DEFAULT_BAUD);
      case INPUT_DEVICE -> INPUT + path;
      case PLAIN_FILE -> PLAIN + path;
    };
  }
}
