package org.openhall.office.database;

import java.time.Duration;

/**
 * A number of days that an office may set.
 *
 * @param setting where it is kept
 * @param shortest the fewest
 * @param usual what holds as long as nothing was set
 * @param longest the most
 */
public record DaySetting(Setting setting, int shortest, int usual, int longest) {

  /** What is in force. */
  public Duration get() {
    return Duration.ofDays(setting.get().map(Long::parseLong).orElse((long) usual));
  }

  /**
   * Sets it.
   *
   * @param days from the fewest to the most
   */
  public void set(int days) {
    if (days < shortest || days > longest) {
      throw new IllegalArgumentException(days + " days");
    }
    setting.set(Integer.toString(days));
  }
}
