package org.openhall.device.sensor;

import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PresenceSensor;

/** Drives presence sensors, e.g. {@code presence:serial:/dev/ttyUSB2@115200}. */
public final class PresenceDriver implements DeviceDriver {

  private static final SensorSetup.Usual USUAL =
      new SensorSetup.Usual("1,ON,NEAR", "0,OFF,AWAY", "300");

  /** For the service loader. */
  public PresenceDriver() {}

  @Override
  public String scheme() {
    return "presence";
  }

  @Override
  public Class<? extends Device> kind() {
    return PresenceSensor.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    SensorSetup.of(settings, USUAL);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    return new SensorDevice.Presence(SensorSetup.of(settings, USUAL));
  }
}
