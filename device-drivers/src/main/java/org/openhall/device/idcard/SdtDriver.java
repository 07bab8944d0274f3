package org.openhall.device.idcard;

import java.time.Duration;
import java.util.Set;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.IdCardReader;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Port;

/** Drives readers with an SDT security module, e.g. {@code sdt:serial:/dev/ttyUSB0@115200}. */
public final class SdtDriver implements DeviceDriver {

  private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

  /** For the service loader. */
  public SdtDriver() {}

  @Override
  public String scheme() {
    return "sdt";
  }

  @Override
  public Class<? extends Device> kind() {
    return IdCardReader.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    settings.requireOnly(Set.of());
    Port.of(settings);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    settings.requireOnly(Set.of());
    Port<Line> port = Port.of(settings);
    return new SdtReader(settings.key(), port, Timing.checkingEvery(CHECK_EVERY));
  }
}
