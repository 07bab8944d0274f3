package org.openhall.kiosk.screen.hall;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openhall.content.HallMap;
import org.openhall.content.StaffMember;

/**
 * A hall as this terminal sees it.
 *
 * @param map its plan
 * @param staff everybody who serves in it
 * @param finder finds its windows
 * @param terminalPoint id of the point where this terminal stands, or empty where nobody has said
 */
record Hall(HallMap map, List<StaffMember> staff, WindowFinder finder, String terminalPoint) {

  /**
   * Where a way begins.
   *
   * @param terminal whether it is this terminal; else the entrance, because nobody has said where
   *     the terminal stands
   * @param facing where a person looks, in degrees, 0 = up on the map, if that is known
   */
  record Start(
      HallMap.Floor floor, HallMap.Point point, boolean terminal, Optional<Double> facing) {}

  Hall {
    staff = List.copyOf(staff);
  }

  /** The terminal's place, or the entrance; empty where the map has neither. */
  Optional<Start> start() {
    return terminal().or(this::entrance);
  }

  Optional<HallMap.Floor> floor(String id) {
    return map.floors().stream().filter(floor -> floor.id().equals(id)).findFirst();
  }

  Optional<HallMap.Floor> floorOf(HallMap.Window window) {
    return map.floors().stream().filter(floor -> floor.windows().contains(window)).findFirst();
  }

  Optional<HallMap.Window> window(String id) {
    return map.floors().stream()
        .flatMap(floor -> floor.windows().stream())
        .filter(window -> window.id().equals(id))
        .findFirst();
  }

  /** The way to a window, or empty where the map knows none. */
  Optional<HallRoute> route(HallMap.Window window, HallRoute.Access access) {
    String to = window.point();
    return to == null
        ? Optional.empty()
        : start().flatMap(start -> HallRoute.find(map, start.point().id(), to, access));
  }

  /** Who serves at a window, in the order of the list. */
  List<StaffMember> staffAt(HallMap.Window window) {
    return staff.stream().filter(person -> window.id().equals(person.windowId())).toList();
  }

  private Optional<Start> terminal() {
    Optional<Double> facing =
        map.terminals().stream()
            .filter(terminal -> terminal.point().equals(terminalPoint))
            .map(terminal -> (double) terminal.facing())
            .findFirst();
    for (HallMap.Floor floor : map.floors()) {
      for (HallMap.Point point : floor.points()) {
        if (point.id().equals(terminalPoint)) {
          return Optional.of(new Start(floor, point, true, facing));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Start> entrance() {
    for (HallMap.Floor floor : map.floors()) {
      for (HallMap.Area area : floor.areas()) {
        if (area.kind() == HallMap.AreaKind.ENTRANCE) {
          return nearest(floor, area)
              .map(point -> new Start(floor, point, false, Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<HallMap.Point> nearest(HallMap.Floor floor, HallMap.Area area) {
    HallMap.Point middle =
        new HallMap.Point("", area.x() + area.width() / 2, area.y() + area.height() / 2);
    return floor.points().stream()
        .min(Comparator.comparingDouble(point -> HallGraph.distance(point, middle)));
  }
}
