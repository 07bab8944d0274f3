package org.openhall.kiosk.widget;

import java.util.function.DoubleUnaryOperator;

/**
 * How high something is at a width. A node is asked for that several times by each box around it,
 * and each time would lay out its text anew; JavaFX itself keeps only the height at no width.
 */
final class KnownHeight {
  private double width = Double.NaN;
  private double height;

  /** The height in pixels at this width, measured unless it is known. */
  double at(double asked, DoubleUnaryOperator measure) {
    if (asked != width) {
      height = measure.applyAsDouble(asked);
      width = asked;
    }
    return height;
  }

  /** It may look different now. */
  void forget() {
    width = Double.NaN;
  }
}
