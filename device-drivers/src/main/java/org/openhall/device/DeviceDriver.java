package org.openhall.device;

/**
 * Drives one family of devices. Found by {@link java.util.ServiceLoader}; needs a public
 * constructor without parameters.
 */
public interface DeviceDriver {

  /** What stands before the first colon of a device's setting, e.g. {@code sdt}. */
  String scheme();

  /**
   * Starts driving the device. Never waits for it: a device that is absent is opened too, and its
   * health says so until it comes.
   *
   * @throws DeviceConfigurationException if a setting cannot be understood
   */
  Device open(DeviceSettings settings) throws DeviceConfigurationException;

  /**
   * Reads the settings as {@link #open} does, and touches no device. Unless a driver does better,
   * it is opened and closed.
   *
   * @throws DeviceConfigurationException if a setting cannot be understood
   */
  default void check(DeviceSettings settings) throws DeviceConfigurationException {
    open(settings).close();
  }

  /** What a device that it opens is, as far as that is known before. */
  default Class<? extends Device> kind() {
    return Device.class;
  }
}
