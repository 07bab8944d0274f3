package org.openhall.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The devices of one terminal, as its configuration names them. The door of this library. */
public final class Devices implements AutoCloseable {

  /** The key of the identity-card reader. */
  public static final String ID_CARD_READER = "id-card-reader";

  /** The key of the receipt printer. */
  public static final String RECEIPT_PRINTER = "receipt-printer";

  private final List<Device> open = new ArrayList<>();
  private @Nullable IdCardReader idCardReader;
  private @Nullable ReceiptPrinter receiptPrinter;

  private Devices() {}

  /**
   * Starts a driver for each device that the configuration names. Keys that name no device are left
   * alone; a device without a key is absent. Never waits for a device.
   *
   * @throws DeviceConfigurationException if a setting cannot be used; nothing is left open then
   */
  public static Devices open(Properties config) throws DeviceConfigurationException {
    Devices devices = new Devices();
    try {
      devices.idCardReader = devices.start(ID_CARD_READER, IdCardReader.class, config).orElse(null);
      devices.receiptPrinter =
          devices.start(RECEIPT_PRINTER, ReceiptPrinter.class, config).orElse(null);
      return devices;
    } catch (DeviceConfigurationException e) {
      devices.close();
      throw e;
    }
  }

  /** The identity-card reader, if the terminal has one. */
  public Optional<IdCardReader> idCardReader() {
    return Optional.ofNullable(idCardReader);
  }

  /** The receipt printer, if the terminal has one. */
  public Optional<ReceiptPrinter> receiptPrinter() {
    return Optional.ofNullable(receiptPrinter);
  }

  /** Closes every device. Idempotent. */
  @Override
  public void close() {
    open.forEach(Device::close);
  }

  private <D extends Device> Optional<D> start(String key, Class<D> kind, Properties config)
      throws DeviceConfigurationException {
    String value = config.getProperty(key, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    DeviceSettings settings = DeviceSettings.of(key, value, config);
    Device device = driverFor(settings).open(settings);
    open.add(device);
    if (!kind.isInstance(device)) {
      throw settings.badAddress(
          "names a driver for another kind of device; " + key + " needs a " + kind.getSimpleName());
    }
    return Optional.of(kind.cast(device));
  }

  private static DeviceDriver driverFor(DeviceSettings settings)
      throws DeviceConfigurationException {
    List<String> known = new ArrayList<>();
    for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
      if (driver.scheme().equals(settings.scheme())) {
        return driver;
      }
      known.add(driver.scheme() + ":");
    }
    known.sort(null);
    throw settings.badAddress("has no driver; begin it with one of " + known);
  }
}
