package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;

/** Every device that kiosk.properties names. */
record DeviceCheck(Machine machine, DeviceLook devices) implements Check {

  @Override
  public Area area() {
    return Area.DEVICES;
  }

  @Override
  public List<Finding> look() throws IOException {
    if (!Files.exists(machine.data().resolve("kiosk.properties"))) {
      return List.of(Finding.of(area(), Severity.WARNING, "devices.no-file", machine.data()));
    }
    try {
      Map<String, DeviceHealth> all = devices.health();
      return all.isEmpty()
          ? List.of(Finding.of(area(), Severity.NOTE, "devices.none"))
          : all.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())).toList();
    } catch (DeviceConfigurationException e) {
      return List.of(
          Finding.of(area(), Severity.FAULT, "devices.config", String.valueOf(e.getMessage())));
    }
  }

  private Finding finding(String key, DeviceHealth health) {
    Severity severity =
        switch (health.state()) {
          case READY -> Severity.OK;
          case STARTING, ATTENTION -> Severity.WARNING;
          case UNAVAILABLE -> Severity.FAULT;
        };
    String code = FindingWords.DEVICE + health.detail().name();
    return Finding.of(area(), severity, code, key, health.code());
  }
}
