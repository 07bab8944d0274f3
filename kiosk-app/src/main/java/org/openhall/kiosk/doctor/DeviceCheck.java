package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.kiosk.settings.KioskSettings;
import org.openhall.link.settings.TerminalSettings;

/** Every device that the settings name. */
record DeviceCheck(Machine machine, DeviceLook devices) implements Check {

  @Override
  public Area area() {
    return Area.DEVICES;
  }

  @Override
  public List<Finding> look() throws IOException {
    KioskSettings settings = KioskSettings.read(machine.data());
    if (!settings.found()) {
      return List.of(Finding.of(area(), Severity.WARNING, "devices.no-file", settings.file()));
    }
    List<Finding> found = new ArrayList<>();
    for (TerminalSettings.Fault fault : TerminalSettings.read(machine.data()).faults()) {
      found.add(
          Finding.of(area(), Severity.WARNING, "devices.setting", fault.place(), fault.text()));
    }
    found.addAll(all());
    return found;
  }

  private List<Finding> all() throws IOException {
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
