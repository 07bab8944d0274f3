package org.openhall.kiosk.screen.hall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.openhall.content.HallMap;

/**
 * The shortest way between two points of a hall (Dijkstra), over its paths and between its floors.
 *
 * @param legs walks and rides in their order; walks of one floor lie between rides
 */
record HallRoute(List<Leg> legs) {

  /** How a way is chosen. */
  enum Access {
    /** By whatever is nearest. */
    ANY,
    /** By lifts only: for wheelchairs, prams and tired legs. */
    STEP_FREE
  }

  /** A part of the way. */
  sealed interface Leg {
    /**
     * On foot on one floor.
     *
     * @param points where it passes, the first and the last included; a single one where nothing is
     *     to be walked
     */
    record Walk(HallMap.Floor floor, List<HallMap.Point> points) implements Leg {
      public Walk {
        points = List.copyOf(points);
      }
    }

    /** From one floor to another. */
    record Ride(HallMap.ConnectionKind kind, HallMap.Floor from, HallMap.Floor to) implements Leg {}
  }

  HallRoute {
    legs = List.copyOf(legs);
  }

  /**
   * The shortest way.
   *
   * @param from id of the point where it begins
   * @param to id of the point where it ends
   * @return the way, or empty where the map joins the two by none, or lacks one of them
   */
  static Optional<HallRoute> find(HallMap map, String from, String to, Access access) {
    HallGraph graph = HallGraph.of(map, access);
    Optional<HallGraph.Place> start = graph.place(from);
    Map<String, HallGraph.Edge> arrivals = new HashMap<>();
    return start
        .filter(_ -> search(graph, from, to, arrivals))
        .map(place -> new HallRoute(legs(place, edges(arrivals, to))));
  }

  /** Metres walked in all. */
  double metres() {
    double metres = 0;
    for (Leg leg : legs) {
      if (leg instanceof Leg.Walk(_, List<HallMap.Point> points)) {
        for (int i = 1; i < points.size(); i++) {
          metres += HallGraph.distance(points.get(i - 1), points.get(i));
        }
      }
    }
    return metres;
  }

  private static boolean search(
      HallGraph graph, String from, String to, Map<String, HallGraph.Edge> arrivals) {
    Map<String, Double> costs = new HashMap<>(Map.of(from, 0.0));
    PriorityQueue<Reached> open = new PriorityQueue<>();
    open.add(new Reached(from, 0));
    while (!open.isEmpty()) {
      Reached next = open.remove();
      if (next.point.equals(to)) {
        return true;
      }
      for (HallGraph.Edge edge : graph.from(next.point)) {
        double cost = next.cost + edge.cost();
        String reached = edge.to().id();
        if (cost < costs.getOrDefault(reached, Double.MAX_VALUE)) {
          costs.put(reached, cost);
          arrivals.put(reached, edge);
          open.add(new Reached(reached, cost));
        }
      }
    }
    return false;
  }

  /** From the end back to the start, at which nothing arrives. */
  private static List<HallGraph.Edge> edges(Map<String, HallGraph.Edge> arrivals, String to) {
    Deque<HallGraph.Edge> edges = new ArrayDeque<>();
    HallGraph.Edge edge = arrivals.get(to);
    while (edge != null) {
      edges.push(edge);
      edge = arrivals.get(edge.from().id());
    }
    return List.copyOf(edges);
  }

  private static List<Leg> legs(HallGraph.Place start, List<HallGraph.Edge> edges) {
    List<Leg> legs = new ArrayList<>();
    List<HallMap.Point> walked = new ArrayList<>(List.of(start.point()));
    HallMap.Floor floor = start.floor();
    for (HallGraph.Edge edge : edges) {
      if (edge.ride().isPresent()) {
        legs.add(new Leg.Walk(floor, walked));
        walked.clear();
        legs.add(new Leg.Ride(edge.ride().get(), floor, edge.to().floor()));
        floor = edge.to().floor();
      }
      walked.add(edge.to().point());
    }
    legs.add(new Leg.Walk(floor, walked));
    return joined(legs);
  }

  /** Two floors by the same lift are one ride: nobody gets out between them. */
  private static List<Leg> joined(List<Leg> legs) {
    List<Leg> joined = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i) instanceof Leg.Ride ride
          && i >= 2
          && joined.get(joined.size() - 2) instanceof Leg.Ride before
          && before.kind() == ride.kind()
          && joined.getLast() instanceof Leg.Walk(_, List<HallMap.Point> points)
          && points.size() == 1) {
        joined.removeLast();
        joined.removeLast();
        joined.add(new Leg.Ride(ride.kind(), before.from(), ride.to()));
      } else {
        joined.add(legs.get(i));
      }
    }
    return joined;
  }

  private record Reached(String point, double cost) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      return Double.compare(cost, other.cost);
    }
  }
}
