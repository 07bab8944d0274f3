package org.openhall.device.scanner;

import java.time.Duration;
import java.util.Set;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Scanner;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;

/**
 * Drives scanners: in serial mode, e.g. {@code scanner:serial:/dev/ttyACM0@9600}, and as keyboards,
 * {@code scanner:input:/dev/input/by-id/NAME-event-kbd}, whose keys then never reach the screen.
 */
public final class ScannerDriver implements DeviceDriver {

  /** How often what nobody asked for is thrown away. */
  private static final Duration CHECK_EVERY = Duration.ofMillis(200);

  private static final String INPUT = "input:";

  /** For the service loader. */
  public ScannerDriver() {}

  @Override
  public String scheme() {
    return "scanner";
  }

  @Override
  public Class<? extends Device> kind() {
    return Scanner.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    way(settings);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    return new LineScanner(settings.key(), way(settings), Timing.checkingEvery(CHECK_EVERY));
  }

  private static LineScanner.Way way(DeviceSettings settings) throws DeviceConfigurationException {
    boolean keys = settings.address().startsWith(INPUT);
    settings.requireOnly(
        keys
            ? Set.of("prefix", "suffix", "gap")
            : Set.of("prefix", "suffix", "gap", "trigger-on", "trigger-off"));
    Port<Line> port = Port.of(settings);
    return new LineScanner.Way(port, keys, Framing.of(settings), Trigger.of(settings));
  }
}
