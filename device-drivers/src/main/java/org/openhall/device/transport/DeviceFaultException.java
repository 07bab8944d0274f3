package org.openhall.device.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openhall.device.DeviceHealth;

/**
 * The connection or the device at its end failed; the connection is of no more use. Its text names
 * the port and the fault, never what was read.
 */
public final class DeviceFaultException extends IOException {

  private final DeviceHealth.Detail detail;
  private final String code;

  public DeviceFaultException(DeviceHealth.Detail detail, String message) {
    this(detail, message, null);
  }

  public DeviceFaultException(
      DeviceHealth.Detail detail, String message, @Nullable Throwable cause) {
    this(detail, message, "", cause);
  }

  /**
   * A fault that the system or the device gave a code of its own.
   *
   * @param code e.g. {@code errno 5}
   */
  public DeviceFaultException(
      DeviceHealth.Detail detail, String message, String code, @Nullable Throwable cause) {
    super(message, cause);
    this.detail = detail;
    this.code = code;
  }

  /** The fault as a technician is told of it. */
  public DeviceHealth.Detail detail() {
    return detail;
  }

  /** What the system or the device itself said; empty where nothing. */
  public String code() {
    return code;
  }
}
