package org.openhall.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The devices of one terminal, as its configuration names them: every key without a dot is a
 * device's ({@code maintenance-door=door:…}), and what stands under it with a dot are its options.
 * The door of this library.
 */
public final class Devices implements AutoCloseable {

  /** The key of the identity-card reader. */
  public static final String ID_CARD_READER = IdCardReader.KIND;

  /** The key of the receipt printer. */
  public static final String RECEIPT_PRINTER = ReceiptPrinter.KIND;

  /** The key of the A4 printer. */
  public static final String PAGE_PRINTER = PagePrinter.KIND;

  /** The key of the reader of social-security cards. */
  public static final String SOCIAL_CARD_READER = SocialCardReader.KIND;

  /** The key of the scanner. */
  public static final String SCANNER = Scanner.KIND;

  /** The key of the presence sensor. */
  public static final String PRESENCE_SENSOR = PresenceSensor.KIND;

  /** The key of the switch of the maintenance door. */
  public static final String MAINTENANCE_DOOR = "maintenance-door";

  /** What a device under one of these keys must be; under any other it may be of any kind. */
  private static final Map<String, Class<? extends Device>> KINDS =
      Map.of(
          ID_CARD_READER, IdCardReader.class,
          RECEIPT_PRINTER, ReceiptPrinter.class,
          SOCIAL_CARD_READER, SocialCardReader.class,
          SCANNER, Scanner.class,
          PRESENCE_SENSOR, PresenceSensor.class,
          MAINTENANCE_DOOR, DoorSwitch.class,
          PAGE_PRINTER, PagePrinter.class);

  private final CounterStore store;
  private final Map<String, Device> open = new TreeMap<>();
  private final Map<String, String> drivers = new TreeMap<>();
  private final Map<String, Counters> before = new TreeMap<>();

  private Devices(CounterStore store) {
    this.store = store;
  }

  /** Starts them, and forgets with the program what they count. */
  public static Devices open(Properties config) throws DeviceConfigurationException {
    return open(config, CounterStore.none());
  }

  /**
   * Starts a driver for each device that the configuration names. A key without a value is no
   * device. Never waits for a device.
   *
   * @param store keeps what they count
   * @throws DeviceConfigurationException if a setting cannot be used; nothing is left open then
   */
  public static Devices open(Properties config, CounterStore store)
      throws DeviceConfigurationException {
    Devices devices = new Devices(store);
    try {
      for (String key : keys(config)) {
        devices.start(DeviceSettings.of(key, config.getProperty(key), config));
      }
      return devices;
    } catch (DeviceConfigurationException e) {
      devices.close();
      throw e;
    }
  }

  /** What is wrong with the configuration of devices, by their keys; touches none of them. */
  public static List<DeviceConfigurationException> check(Properties config) {
    List<DeviceConfigurationException> wrong = new ArrayList<>();
    for (String key : keys(config)) {
      DeviceSettings settings = DeviceSettings.of(key, config.getProperty(key), config);
      try {
        DeviceDriver driver = driverFor(settings);
        driver.check(settings);
        if (driver.kind() != Device.class) {
          requireKind(
              settings, KINDS.getOrDefault(key, Device.class).isAssignableFrom(driver.kind()));
        }
      } catch (DeviceConfigurationException e) {
        wrong.add(e);
      }
    }
    return wrong;
  }

  private static void requireKind(DeviceSettings settings, boolean fits)
      throws DeviceConfigurationException {
    if (!fits) {
      String key = settings.key();
      String needed = KINDS.getOrDefault(key, Device.class).getSimpleName();
      throw settings.badAddress(
          "names a driver for another kind of device; " + key + " needs a " + needed);
    }
  }

  /** All of them by their keys. */
  public Map<String, Device> all() {
    return Collections.unmodifiableMap(open);
  }

  /** The first of a kind, in the order of the keys. */
  public <D extends Device> Optional<D> first(Class<D> kind) {
    return open.values().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The identity-card reader, if the terminal has one. */
  public Optional<IdCardReader> idCardReader() {
    return first(IdCardReader.class);
  }

  /** The reader of social-security cards, if the terminal has one. */
  public Optional<SocialCardReader> socialCardReader() {
    return first(SocialCardReader.class);
  }

  /** The receipt printer, if the terminal has one. */
  public Optional<ReceiptPrinter> receiptPrinter() {
    return first(ReceiptPrinter.class);
  }

  /** The scanner, if the terminal has one. */
  public Optional<Scanner> scanner() {
    return first(Scanner.class);
  }

  /** All of a kind, in the order of the keys. */
  public <D extends Device> List<D> every(Class<D> kind) {
    return open.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The A4 printer, if the terminal has one. */
  public Optional<PagePrinter> pagePrinter() {
    return first(PagePrinter.class);
  }

  /**
   * The name of the driver that drives a device.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public String driver(String key) {
    String scheme = drivers.get(key);
    if (scheme == null) {
      throw new IllegalArgumentException("there is no device " + key);
    }
    return scheme;
  }

  /**
   * What a device has counted in all its life, as far as it was kept.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  public Counters counters(String key) {
    Device device = open.get(key);
    if (device == null) {
      throw new IllegalArgumentException("there is no device " + key);
    }
    return before.getOrDefault(key, Counters.NONE).plus(device.snapshot().counters());
  }

  /** Closes every device. Idempotent. */
  @Override
  public void close() {
    open.values().forEach(Device::close);
  }

  private static List<String> keys(Properties config) {
    return config.stringPropertyNames().stream()
        .filter(key -> key.indexOf('.') < 0 && !config.getProperty(key).isBlank())
        .sorted()
        .toList();
  }

  private void start(DeviceSettings settings) throws DeviceConfigurationException {
    String key = settings.key();
    Device device = driverFor(settings).open(settings);
    open.put(key, device);
    drivers.put(key, settings.scheme());
    Class<? extends Device> kind = KINDS.getOrDefault(key, Device.class);
    requireKind(settings, kind.isInstance(device));
    Counters kept = store.kept(key);
    before.put(key, kept);
    var _ =
        device.onEvent(event -> {
          if (event.what() instanceof DeviceEvent.Counted(Counters counters)) {
            store.keep(key, kept.plus(counters));
          }
        });
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
