package org.openhall.device.scanner;

import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;

/**
 * What is sent to a scanner that looks for codes only when told; models differ, so it is
 * configured. Empty for one that always looks.
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared or changed
record Trigger(byte[] on, byte[] off) {

  /** By the options {@code trigger-on} and {@code trigger-off}. */
  static Trigger of(DeviceSettings settings) throws DeviceConfigurationException {
    return new Trigger(
        Framing.bytes(settings, "trigger-on"), Framing.bytes(settings, "trigger-off"));
  }
}
