package org.openhall.demo.gallery;

import java.util.List;

/** What the terminal has to show while a picture is taken. */
enum Scenery {
  /** The authored hall, published yesterday. */
  SHOWN,
  /** The authored hall, and its office has been silent for weeks. */
  STALE,
  /** A release in which there is nothing. */
  EMPTY,
  /** No release has arrived. */
  MISSING,
  /** A release that cannot be read. */
  DAMAGED,
  /** The authored hall, whose answers do not come yet. */
  LOADING,
  /** A notice that goes over everything. */
  EMERGENCY,
  /** The authored hall, of which the office has taken something back. */
  WITHDRAWN;

  /** What every page says then of whose content it shows and of when. */
  List<String> source() {
    return switch (this) {
      case MISSING, DAMAGED -> List.of();
      default -> GalleryContent.SOURCE;
    };
  }
}
