package org.openhall.demo.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit its unit, e.g. s, ms, MB
 * @param goal the most it may be, or null where there is none
 */
record Figure(String name, double value, String unit, @Nullable Double goal) {

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null);
  }

  static Figure atMost(double goal, String name, double value, String unit) {
    return new Figure(name, value, unit, goal);
  }

  /** Whether the goal was met; null without one. */
  @JsonProperty
  @Nullable Boolean met() {
    return goal == null ? null : Boolean.valueOf(value <= goal);
  }

  String row() {
    String aim = goal == null ? "" : String.format(Locale.ROOT, "≤ %,.6g %s", goal, unit);
    String verdict = met() == null ? "" : Boolean.TRUE.equals(met()) ? "met" : "MISSED";
    return String.format(
        Locale.ROOT, "%-52s %,14.2f %-8s %-16s %s", name, value, unit, aim, verdict);
  }
}
