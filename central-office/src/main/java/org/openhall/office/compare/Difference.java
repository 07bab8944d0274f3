package org.openhall.office.compare;

import java.util.List;

/**
 * One thing in which two versions differ.
 *
 * @param path where: of what was removed in the earlier version, else in the later one, e.g. {@code
 *     materials[2].name}
 * @param kind how
 * @param before pieces of the earlier version; empty of what was added
 * @param after pieces of the later version; empty of what was removed
 */
public record Difference(String path, Kind kind, List<Piece> before, List<Piece> after) {

  /** How two versions differ at a place. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  public Difference {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
