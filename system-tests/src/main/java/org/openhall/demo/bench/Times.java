package org.openhall.demo.bench;

import java.util.Collection;
import java.util.List;

/** Measured values in ascending order. */
record Times(List<Double> sorted) {

  /** At least one value, in any order. */
  static Times of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Times(values.stream().sorted().toList());
  }

  double least() {
    return sorted.getFirst();
  }

  double most() {
    return sorted.getLast();
  }

  double median() {
    return percentile(50);
  }

  /** The least value that this many of a hundred do not exceed; 0 to 100. */
  double percentile(int hundredths) {
    int rank = (int) Math.ceil(sorted.size() * hundredths / 100.0);
    return sorted.get(Math.max(0, rank - 1));
  }

  /** How many of a hundred exceed a limit. */
  double percentAbove(double limit) {
    long above = sorted.stream().filter(value -> value > limit).count();
    return 100.0 * above / sorted.size();
  }
}
