package org.openhall.device.sensor;

import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.DoorSwitch;

/** Drives switches of doors, e.g. {@code door:modem:/dev/ttyS1}. */
public final class DoorDriver implements DeviceDriver {

  private static final SensorSetup.Usual USUAL =
      new SensorSetup.Usual("1,ON,OPEN", "0,OFF,CLOSED,SHUT", "200");

  /** For the service loader. */
  public DoorDriver() {}

  @Override
  public String scheme() {
    return "door";
  }

  @Override
  public Class<? extends Device> kind() {
    return DoorSwitch.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    SensorSetup.of(settings, USUAL);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    return new SensorDevice.Door(SensorSetup.of(settings, USUAL));
  }
}
