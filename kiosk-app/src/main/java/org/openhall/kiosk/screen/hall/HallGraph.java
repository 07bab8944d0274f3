package org.openhall.kiosk.screen.hall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.HallMap;

/**
 * The points of a hall and what joins them. Costs are metres, or what a ride is worth in metres.
 */
final class HallGraph {
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, List<Edge>> edges = new HashMap<>();

  /** A point of a floor. */
  record Place(HallMap.Floor floor, HallMap.Point point) {
    String id() {
      return point.id();
    }
  }

  /**
   * A way from one place to the next.
   *
   * @param cost in metres
   * @param ride what carries, or empty for one's own feet
   */
  record Edge(Place from, Place to, double cost, Optional<HallMap.ConnectionKind> ride) {}

  private HallGraph() {}

  /** The graph of a map; what names a point that the map does not have joins nothing. */
  static HallGraph of(HallMap map, HallRoute.Access access) {
    HallGraph graph = new HallGraph();
    map.floors().forEach(graph::addFloor);
    for (HallMap.Connection connection : map.connections()) {
      if (access == HallRoute.Access.ANY || connection.kind() == HallMap.ConnectionKind.LIFT) {
        graph.join(connection.from(), connection.to(), Optional.of(connection.kind()));
      }
    }
    return graph;
  }

  Optional<Place> place(String pointId) {
    return Optional.ofNullable(places.get(pointId));
  }

  List<Edge> from(String point) {
    return edges.getOrDefault(point, List.of());
  }

  static double distance(HallMap.Point a, HallMap.Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private void addFloor(HallMap.Floor floor) {
    floor.points().forEach(point -> places.put(point.id(), new Place(floor, point)));
    floor.paths().forEach(path -> join(path.from(), path.to(), Optional.empty()));
  }

  private void join(String from, String to, Optional<HallMap.ConnectionKind> ride) {
    Place a = places.get(from);
    Place b = places.get(to);
    if (a != null && b != null) {
      double cost = ride.map(HallGraph::worth).orElseGet(() -> distance(a.point(), b.point()));
      edges.computeIfAbsent(from, _ -> new ArrayList<>()).add(new Edge(a, b, cost, ride));
      edges.computeIfAbsent(to, _ -> new ArrayList<>()).add(new Edge(b, a, cost, ride));
    }
  }

  /** How many metres of level walking a person would rather do than one floor of this. */
  private static double worth(HallMap.ConnectionKind kind) {
    return switch (kind) {
      case ESCALATOR -> 12;
      case LIFT -> 18;
      case STAIRS -> 24;
    };
  }
}
