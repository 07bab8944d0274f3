package org.openhall.kiosk.widget;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a finger moves, from its last tenth of a second. */
final class FingerSpeed {
  private static final double WINDOW = 0.1;

  private final Deque<Sample> samples = new ArrayDeque<>();

  /** The finger came down. */
  void start(double seconds, double position) {
    samples.clear();
    moved(seconds, position);
  }

  /** The finger is here now. */
  void moved(double seconds, double position) {
    samples.addLast(new Sample(seconds, position));
    while (samples.size() > 2 && seconds - samples.getFirst().seconds > WINDOW) {
      samples.removeFirst();
    }
  }

  /** Pixels a second at the moment of letting go; zero for a finger that rested before. */
  double atRelease(double seconds) {
    if (samples.size() < 2 || seconds - samples.getLast().seconds > WINDOW) {
      return 0;
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    double span = last.seconds - first.seconds;
    return span <= 0 ? 0 : (last.position - first.position) / span;
  }

  private record Sample(double seconds, double position) {}
}
