package org.openhall.kiosk.technician;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The gesture that opens the service area: one finger on the upper left corner, held still for four
 * seconds. By a keyboard it is Ctrl+Shift+F12.
 */
final class Knock {
  /** Pixels of the canvas, from the corner to both sides. */
  static final double CORNER = 140;

  static final int SECONDS = 4;

  private final LongSupplier nanoTime;
  private boolean held;
  private long since;

  Knock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void pressed(double x, double y) {
    held = inCorner(x, y);
    since = nanoTime.getAsLong();
  }

  void moved(double x, double y) {
    held &= inCorner(x, y);
  }

  void released() {
    held = false;
  }

  /** Whether it was held long enough now; once for each. */
  boolean heard() {
    if (held && TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - since) >= SECONDS) {
      held = false;
      return true;
    }
    return false;
  }

  private static boolean inCorner(double x, double y) {
    return x >= 0 && y >= 0 && x <= CORNER && y <= CORNER;
  }
}
