package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of a hall. Lengths are metres; x grows to the right and y downwards from a floor's upper
 * left corner.
 *
 * @param header identity and origin
 * @param hall the hall's name
 * @param address its address
 * @param floors its floors
 * @param connections ways from floor to floor
 * @param terminals where query terminals stand
 * @param unknown fields of later versions
 */
public record HallMap(
    RecordHeader header,
    String hall,
    @Nullable String address,
    List<Floor> floors,
    List<Connection> connections,
    List<Terminal> terminals,
    UnknownFields unknown)
    implements ContentRecord {

  /** A floor: its size, what is on it, and the points and paths that people walk. */
  public record Floor(
      String id,
      String name,
      int level,
      double width,
      double depth,
      List<Area> areas,
      List<Point> points,
      List<Path> paths,
      List<Window> windows) {
    public Floor {
      areas = List.copyOf(areas);
      points = List.copyOf(points);
      paths = List.copyOf(paths);
      windows = List.copyOf(windows);
    }
  }

  /** A rectangle with a use; x and y are its upper left corner. */
  public record Area(String name, AreaKind kind, double x, double y, double width, double height) {}

  /** What an area is for. */
  public enum AreaKind {
    WINDOW_ZONE,
    WAITING,
    SELF_SERVICE,
    SERVICE_DESK,
    ENTRANCE,
    LIFT,
    STAIRS,
    TOILET,
    ACCESSIBLE_TOILET,
    NURSING_ROOM,
    OFFICE,
    ATM_OTHER
  }

  /** A place where one can stand; the id is unique in the map. */
  public record Point(String id, double x, double y) {}

  /** A straight walk between two points of a floor, both ways. */
  @JsonForm(JsonForm.Kind.ARRAY)
  public record Path(String from, String to) {}

  /**
   * A window.
   *
   * @param id its number, e.g. A01, unique in the map
   * @param lowCounter true for a counter of low height
   * @param point id of the point in front of it
   */
  public record Window(
      String id,
      String name,
      double x,
      double y,
      @Nullable String departmentName,
      List<String> services,
      @Nullable String hours,
      @Nullable String phone,
      boolean lowCounter,
      @Nullable String point) {
    public Window {
      services = List.copyOf(services);
    }
  }

  /** A way between points of two floors, both ways. */
  public record Connection(String from, String to, ConnectionKind kind) {}

  /** How one gets from floor to floor. */
  public enum ConnectionKind {
    LIFT,
    STAIRS,
    ESCALATOR
  }

  /**
   * A query terminal.
   *
   * @param point id of the point where one stands before it
   * @param facing the way one looks then: degrees clockwise, 0 to 359, 0 is up on the map
   */
  public record Terminal(String name, String point, int facing) {}

  public HallMap {
    floors = List.copyOf(floors);
    connections = List.copyOf(connections);
    terminals = List.copyOf(terminals);
  }
}
