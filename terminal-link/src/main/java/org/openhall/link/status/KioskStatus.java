package org.openhall.link.status;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kiosk shows and how its devices are: {@code status/kiosk.json}. Nothing of a person.
 *
 * @param releaseShown the release on the screen, 0 for none
 * @param since since when it is shown
 * @param devices by the name of the device in terminal.properties
 */
public record KioskStatus(long releaseShown, Instant since, Map<String, Device> devices) {

  public KioskStatus {
    devices = Map.copyOf(devices);
  }

  /**
   * One device.
   *
   * @param state such as {@code ready} or {@code out-of-paper}
   * @param detail one sentence that a technician can act on, or null
   * @param since since when it is so
   */
  public record Device(String state, @Nullable String detail, Instant since) {}
}
