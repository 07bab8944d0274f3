package org.openhall.device.page;

import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceDriver;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PagePrinter;

/**
 * The same as {@link IppDriver} over TLS, e.g. {@code ipps://192.0.2.9/ipp/print}. Printers make
 * their certificates themselves: option {@code certificate} is the SHA-256 of the one to trust, 64
 * hexadecimal digits, as the printer itself shows it. Without it, the certificate must be one that
 * the system trusts.
 */
public final class IppsDriver implements DeviceDriver {

  /** For the service loader. */
  public IppsDriver() {}

  @Override
  public String scheme() {
    return "ipps";
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
