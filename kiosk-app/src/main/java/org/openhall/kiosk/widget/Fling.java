package org.openhall.kiosk.widget;

/**
 * The motion of a page that was let go: it goes on as fast as the finger was and slows down by a
 * constant share in each moment. Pixels and seconds.
 */
record Fling(double velocity) {
  private static final double TIME_CONSTANT = 0.34;
  private static final double STANDSTILL = 24;
  private static final double FASTEST = 9_000;

  Fling {
    velocity = Math.clamp(velocity, -FASTEST, FASTEST);
  }

  /** How far it has come after the given time. */
  double distance(double seconds) {
    return velocity * TIME_CONSTANT * (1 - Math.exp(-seconds / TIME_CONSTANT));
  }

  /** Whether it no longer moves to the eye. */
  boolean ended(double seconds) {
    return Math.abs(velocity) * Math.exp(-seconds / TIME_CONSTANT) < STANDSTILL;
  }
}
