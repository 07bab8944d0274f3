package org.openhall.device;

/**
 * A setting of a device that cannot be used. Its message names the key, the value and the remedy.
 */
public final class DeviceConfigurationException extends Exception {

  private final String key;
  private final String value;

  /**
   * @param key the setting, e.g. {@code receipt-printer.profile}
   * @param value what it holds
   * @param remedy what is wrong and what to write instead, e.g. {@code is no profile; write …}
   */
  public DeviceConfigurationException(String key, String value, String remedy) {
    super("Setting " + key + "=" + value + " " + remedy);
    this.key = key;
    this.value = value;
  }

  /** The setting that is wrong. */
  public String key() {
    return key;
  }

  /** What it holds. */
  public String value() {
    return value;
  }
}
