package org.openhall.device.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceHealth;

/**
 * The line or the device at its end failed; the line is of no more use. Its text names the port and
 * the fault, never what was read.
 */
public final class DeviceFaultException extends IOException {

  private final DeviceHealth.Detail detail;

  public DeviceFaultException(DeviceHealth.Detail detail, String message) {
    this(detail, message, null);
  }

  public DeviceFaultException(
      DeviceHealth.Detail detail, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.detail = detail;
  }

  /** The fault as a technician is told of it. */
  public DeviceHealth.Detail detail() {
    return detail;
  }
}
