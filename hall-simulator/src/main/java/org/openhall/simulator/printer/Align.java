package org.openhall.simulator.printer;

/** Where a line stands between the margins. */
enum Align {
  LEFT,
  CENTRE,
  RIGHT;

  /** By the number of {@code ESC a}, which may be a digit character too. */
  static Align of(int n) {
    return switch (n) {
      case 1, '1' -> CENTRE;
      case 2, '2' -> RIGHT;
      default -> LEFT;
    };
  }

  /** The first dot of something of that width. */
  int start(int room, int width) {
    return switch (this) {
      case LEFT -> 0;
      case CENTRE -> Math.max(0, (room - width) / 2);
      case RIGHT -> Math.max(0, room - width);
    };
  }
}
