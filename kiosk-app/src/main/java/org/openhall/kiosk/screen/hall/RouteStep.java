package org.openhall.kiosk.screen.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.HallMap;

/** One thing to do on the way, as it would be said to a person. */
sealed interface RouteStep {

  /** A turn of the body; angles are on the map, clockwise. */
  enum Turn {
    /** Which way one is facing is not known. */
    UNKNOWN,
    AHEAD,
    LEFT,
    RIGHT,
    AROUND;

    /** From facing one way to facing another, in degrees, 0 = up on the map. */
    static Turn between(double before, double after) {
      double by = ((after - before) % 360 + 540) % 360 - 180;
      if (Math.abs(by) <= 35) {
        return AHEAD;
      }
      if (Math.abs(by) >= 145) {
        return AROUND;
      }
      return by > 0 ? RIGHT : LEFT;
    }
  }

  /**
   * Turn, and walk on.
   *
   * @param metres to the next turn, at least 1
   */
  record Go(Turn turn, int metres) implements RouteStep {}

  /** Take the lift, the escalator or the stairs to a floor. */
  record Ride(HallMap.ConnectionKind kind, String floor) implements RouteStep {}

  /** There: the window is on this side. */
  record Arrive(Turn side) implements RouteStep {}

  /**
   * The way in steps.
   *
   * @param facing where a person looks who stands before the terminal, in degrees, 0 = up on the
   *     map; empty where it is not known
   */
  static List<RouteStep> of(HallRoute route, HallMap.Window window, Optional<Double> facing) {
    List<RouteStep> steps = new ArrayList<>();
    Optional<Double> looking = facing;
    for (HallRoute.Leg leg : route.legs()) {
      switch (leg) {
        case HallRoute.Leg.Walk walk -> looking = walk(walk, looking, steps);
        case HallRoute.Leg.Ride ride -> {
          steps.add(new Ride(ride.kind(), ride.to().name()));
          looking = Optional.empty();
        }
      }
    }
    steps.add(new Arrive(side(route, window, looking)));
    return List.copyOf(steps);
  }

  /** Adds the stretches of a walk; gives which way one looks at its end. */
  private static Optional<Double> walk(
      HallRoute.Leg.Walk walk, Optional<Double> before, List<RouteStep> steps) {
    List<HallMap.Point> points = walk.points();
    Optional<Double> looking = before.or(() -> outOf(walk, steps));
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      double direction = direction(points.get(i - 1), points.get(i));
      metres += HallGraph.distance(points.get(i - 1), points.get(i));
      if (i + 1 < points.size() && straight(direction, points.get(i), points.get(i + 1))) {
        continue;
      }
      Turn turn = looking.map(from -> Turn.between(from, direction)).orElse(Turn.UNKNOWN);
      steps.add(new Go(turn, (int) Math.max(1, Math.round(metres))));
      looking = Optional.of(direction);
      metres = 0;
    }
    return looking;
  }

  private static boolean straight(double direction, HallMap.Point from, HallMap.Point to) {
    return Turn.between(direction, direction(from, to)) == Turn.AHEAD;
  }

  /** Whoever leaves a lift or the stairs looks away from them. */
  private static Optional<Double> outOf(HallRoute.Leg.Walk walk, List<RouteStep> steps) {
    if (steps.isEmpty() || !(steps.getLast() instanceof Ride(HallMap.ConnectionKind kind, _))) {
      return Optional.empty();
    }
    HallMap.Point landing = walk.points().getFirst();
    HallMap.AreaKind wanted =
        kind == HallMap.ConnectionKind.LIFT ? HallMap.AreaKind.LIFT : HallMap.AreaKind.STAIRS;
    return walk.floor().areas().stream()
        .filter(area -> area.kind() == wanted)
        .map(area ->
            new HallMap.Point("", area.x() + area.width() / 2, area.y() + area.height() / 2))
        .min((a, b) ->
            Double.compare(HallGraph.distance(a, landing), HallGraph.distance(b, landing)))
        .map(middle -> direction(middle, landing));
  }

  private static Turn side(HallRoute route, HallMap.Window window, Optional<Double> looking) {
    if (!(route.legs().getLast() instanceof HallRoute.Leg.Walk(_, List<HallMap.Point> points))) {
      return Turn.UNKNOWN;
    }
    HallMap.Point place = new HallMap.Point("", window.x(), window.y());
    return looking
        .map(from -> Turn.between(from, direction(points.getLast(), place)))
        .orElse(Turn.UNKNOWN);
  }

  private static double direction(HallMap.Point from, HallMap.Point to) {
    return Math.toDegrees(Math.atan2(to.x() - from.x(), from.y() - to.y()));
  }
}
