package org.openhall.device.page;

import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PagePrinter;

/**
 * Drives A4 printers by IPP, e.g. {@code ipp://192.0.2.9/ipp/print} (port 631 unless another is
 * named). Option {@code sides}: {@code one-sided} or {@code two-sided}, the latter where the
 * printer can.
 */
public final class IppDriver implements DeviceDriver {

  /** For the service loader. */
  public IppDriver() {}

  @Override
  public String scheme() {
    return "ipp";
  }

  @Override
  public Class<? extends Device> kind() {
    return PagePrinter.class;
  }

  @Override
  public void check(DeviceSettings settings) throws DeviceConfigurationException {
    IppPrinter.check(settings);
  }

  @Override
  public Device open(DeviceSettings settings) throws DeviceConfigurationException {
    return IppPrinter.start(settings);
  }
}
