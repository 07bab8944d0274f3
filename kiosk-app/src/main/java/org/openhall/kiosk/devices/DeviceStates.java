package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Devices;

/** How the devices are: asked of the running kiosk, or looked at here where none runs. */
public final class DeviceStates {
  private DeviceStates() {}

  /**
   * The health of each device by its key. Nothing is printed, read or counted.
   *
   * @param data the terminal's data folder
   * @throws IOException if a kiosk runs and may not be asked
   * @throws DeviceConfigurationException if terminal.properties cannot be followed
   */
  public static Map<String, DeviceHealth> of(Path data)
      throws IOException, DeviceConfigurationException {
    try (DeviceCall call = DeviceCall.open(data)) {
      return call.health();
    }
  }

  /** The same of devices that are open. */
  public static Map<String, DeviceHealth> of(Devices devices) {
    Map<String, DeviceHealth> health = new TreeMap<>();
    for (Map.Entry<String, Device> each : devices.all().entrySet()) {
      health.put(each.getKey(), each.getValue().snapshot().health());
    }
    return health;
  }
}
