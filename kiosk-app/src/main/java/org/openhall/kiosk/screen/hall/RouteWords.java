package org.openhall.kiosk.screen.hall;

import java.util.List;
import java.util.Locale;
import org.openhall.kiosk.shell.Messages;

/** The way in sentences. */
final class RouteWords {
  private RouteWords() {}

  /** One sentence for each step. */
  static List<String> of(List<RouteStep> steps, Messages words) {
    return steps.stream().map(step -> sentence(step, words)).toList();
  }

  private static String sentence(RouteStep step, Messages words) {
    return switch (step) {
      case RouteStep.Go(RouteStep.Turn turn, int metres) ->
          words.text("hall.step.go." + key(turn), metres);
      case RouteStep.Ride(var kind, String floor) ->
          words.text("hall.step.ride." + key(kind), floor);
      case RouteStep.Arrive(RouteStep.Turn side) -> words.text("hall.step.arrive." + key(side));
    };
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
