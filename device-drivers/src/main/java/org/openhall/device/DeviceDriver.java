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
}
