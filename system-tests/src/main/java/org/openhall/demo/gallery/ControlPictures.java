package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.kiosk.shell.Language;

/**
 * The pictures of {@code docs/controls.md}: each control as it stands on a screen of the gallery,
 * half as large.
 */
final class ControlPictures {
  private static final String PLACE = "docs/controls";

  /**
   * A control on a screen.
   *
   * @param name of the picture
   * @param exhibit where it is seen
   * @param selector finds it, as in a style sheet
   * @param count how many of them, from the first
   */
  record Part(String name, String exhibit, String selector, int count) {}

  static final List<Part> ALL =
      List.of(
          new Part("press-button", "home", ".footer", 1),
          new Part("press-button-primary", "identify", ".press-button", 2),
          new Part("press-button-busy", "print-under-way", "#identify-print, .print-state", 2),
          new Part("tile-button", "home", ".tile", 2),
          new Part("small-tile", "home", ".small-tile", 3),
          new Part("chip-bar", "hall", ".chip-bar", 1),
          new Part("chip-lines", "guides", ".choice-bars", 1),
          new Part("chip-row", "search-typed", ".chip-row", 1),
          new Part("touch-list", "departments", ".record", 3),
          new Part("input-pad", "search-typed", ".keyboard", 1),
          new Part("input-pad-strokes", "keyboard-strokes", ".keyboard", 1),
          new Part("fact-table", "entry", ".fact-table", 1),
          new Part("page-heading", "home", ".page-heading", 1),
          new Part("badge", "entry", ".badge", 2),
          new Part("empty-state", "directory-empty", ".empty-title, .empty-hint", 2),
          new Part("loading", "directory-loading", ".loading .label", 1),
          new Part("status-line", "home", ".status-bar", 1),
          new Part("stale", "home-stale", ".stale", 1),
          new Part("highlighted-text", "entry-found", ".reader-title", 1),
          new Part("icon", "home", ".tile-icon", 1));

  private ControlPictures() {}

  /** Where a picture lies in a checkout. */
  static Path file(Path home, Part part) {
    return home.resolve(PLACE).resolve(part.name() + ".png");
  }

  /** Draws those that are not there or look different; gives their number. */
  static int accept(Exhibition exhibition, Path home) throws IOException {
    Set<String> shown = ALL.stream().map(Part::exhibit).collect(Collectors.toSet());
    List<Exhibit> exhibits =
        exhibition.exhibits().stream().filter(it -> shown.contains(it.name())).toList();
    int[] changed = {0};
    exhibition.upright(
        exhibits,
        Language.CHINESE,
        (_, stand, exhibit) -> {
          for (Part part : ALL) {
            if (part.exhibit().equals(exhibit.name())) {
              Picture picture = stand.part(exhibit, part.selector(), part.count());
              changed[0] += renew(picture.half(), file(home, part));
            }
          }
        });
    return changed[0];
  }

  private static int renew(Picture picture, Path file) throws IOException {
    if (Files.exists(file) && !Difference.between(Picture.read(file), picture).matters()) {
      return 0;
    }
    picture.write(file);
    return 1;
  }
}
