package org.openhall.device.sensor;

import java.time.Duration;
import org.openhall.device.Sense;

/**
 * Lets a change through when it has lasted: contacts bounce, and a person before a sensor moves.
 * The first that is known counts at once.
 */
final class Debounce {

  private final long lasting;
  private Sense steady = Sense.UNKNOWN;
  private Sense next = Sense.UNKNOWN;
  private long since;

  Debounce(Duration lasting) {
    this.lasting = lasting.toNanos();
  }

  /**
   * What counts, after something was sensed.
   *
   * @param nanoTime nanoseconds that only grow
   */
  Sense take(Sense sensed, long nanoTime) {
    if (sensed != next) {
      next = sensed;
      since = nanoTime;
    }
    if (steady == Sense.UNKNOWN || next == Sense.UNKNOWN || nanoTime - since >= lasting) {
      steady = next;
    }
    return steady;
  }
}
