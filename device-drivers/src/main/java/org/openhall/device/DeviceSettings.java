package org.openhall.device;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the configuration says of one device, e.g. {@code receipt-printer=escpos:tcp:127.0.0.1:9100}
 * and {@code receipt-printer.profile=80mm-gb18030}.
 *
 * @param key names the device, e.g. {@code receipt-printer}
 * @param value the whole setting, e.g. {@code escpos:tcp:127.0.0.1:9100}
 * @param options what stands under the key, without it, e.g. {@code profile} → {@code 80mm-gb18030}
 */
public record DeviceSettings(String key, String value, Map<String, String> options) {

  public DeviceSettings {
    options = Map.copyOf(options);
  }

  static DeviceSettings of(String key, String value, Properties config) {
    Map<String, String> options = new TreeMap<>();
    for (String name : config.stringPropertyNames()) {
      if (name.startsWith(key + ".")) {
        options.put(name.substring(key.length() + 1), config.getProperty(name).strip());
      }
    }
    return new DeviceSettings(key, value.strip(), options);
  }

  /** The driver's name: what stands before the first colon, or all of it where there is none. */
  public String scheme() {
    int colon = value.indexOf(':');
    return colon < 0 ? value : value.substring(0, colon);
  }

  /** What stands after the driver's name, e.g. {@code tcp:127.0.0.1:9100}; may be empty. */
  public String address() {
    int colon = value.indexOf(':');
    return colon < 0 ? "" : value.substring(colon + 1);
  }

  /** The option's value, or the given one where the configuration is silent. */
  public String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** Refuses options that the driver does not know, so that a misspelt one is not lost silently. */
  public void requireOnly(Set<String> known) throws DeviceConfigurationException {
    for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
      if (!known.contains(option.getKey())) {
        throw badOption(
            option.getKey(),
            "is not known to this driver; it knows " + known.stream().sorted().toList());
      }
    }
  }

  /** That the address cannot be used. */
  public DeviceConfigurationException badAddress(String remedy) {
    return new DeviceConfigurationException(key, value, remedy);
  }

  /** That an option cannot be used. */
  public DeviceConfigurationException badOption(String name, String remedy) {
    return new DeviceConfigurationException(key + "." + name, option(name, ""), remedy);
  }
}
