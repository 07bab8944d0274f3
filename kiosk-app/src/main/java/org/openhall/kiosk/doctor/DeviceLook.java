package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.Map;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;

/** Says how the devices are. */
@FunctionalInterface
public interface DeviceLook {

  /**
   * The health of each device by its key.
   *
   * @throws DeviceConfigurationException where the settings cannot be followed
   */
  Map<String, DeviceHealth> health() throws IOException, DeviceConfigurationException;
}
