package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Devices;
import org.openhall.kiosk.settings.KioskSettings;

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
    Optional<DoorCall> kiosk = DoorCall.connect(data);
    if (kiosk.isPresent()) {
      try (DoorCall call = kiosk.get()) {
        return asked(call);
      }
    }
    try (Devices devices = Devices.open(KioskSettings.read(data).properties())) {
      DeviceMain.awaitFirstWord(devices);
      return of(devices);
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

  private static Map<String, DeviceHealth> asked(DoorCall call) throws IOException {
    Map<String, DeviceHealth> health = new TreeMap<>();
    call.ask(
        new DeviceRequest.Status(""),
        reply -> {
          if (reply instanceof DeviceReply.Status(var devices)) {
            devices.forEach(device -> health.put(device.key(), device.health()));
          }
        });
    return health;
  }
}
