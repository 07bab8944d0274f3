package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openhall.kiosk.shell.Language;

/** The pictures that were agreed on, a quarter as wide and high, and what differs from them. */
final class Goldens {
  private static final String PLACE = "system-tests/src/test/resources/gallery";

  private static final Set<String> GUARDED =
      Set.of(
          "attract",
          "card-read",
          "department",
          "directory-empty",
          "disclosure-guide",
          "emergency",
          "form",
          "guide",
          "guide-empty",
          "home-empty",
          "identify",
          "idle",
          "keyboard-strokes",
          "notice",
          "search",
          "situations");

  private final Path folder;

  private Goldens(Path folder) {
    this.folder = folder;
  }

  /** Those of a checkout. */
  static Goldens in(Path home) {
    return new Goldens(home.resolve(PLACE));
  }

  /** Takes the pictures of now for the agreed ones; gives their number. */
  int accept(Exhibition exhibition) throws IOException {
    clear();
    List<String> names = new ArrayList<>();
    show(
        exhibition,
        (name, picture) -> {
          picture.quarter().write(file(name));
          names.add(name);
        });
    return names.size();
  }

  /**
   * Compares; each sentence names a picture and what is wrong with it.
   *
   * @param report where actual, expected and difference go for those that differ
   */
  List<String> differences(Exhibition exhibition, Path report) throws IOException {
    List<String> sentences = new ArrayList<>();
    Set<String> unseen = new TreeSet<>(names());
    show(
        exhibition,
        (name, picture) -> {
          unseen.remove(name);
          compare(name, picture.quarter(), report, sentences);
        });
    unseen.forEach(name -> sentences.add(name + " is no longer shown"));
    return sentences;
  }

  private void compare(String name, Picture actual, Path report, List<String> sentences)
      throws IOException {
    if (!Files.exists(file(name))) {
      sentences.add(name + " has no agreed picture yet");
      return;
    }
    Picture expected = Picture.read(file(name));
    Difference difference = Difference.between(expected, actual);
    if (difference.matters()) {
      Path place = report.resolve(name);
      actual.write(place.resolve("actual.png"));
      expected.write(place.resolve("expected.png"));
      difference.picture().write(place.resolve("difference.png"));
      sentences.add(name + " differs in " + difference.pixels() + " pixels, see " + place);
    }
  }

  private static void show(Exhibition exhibition, Exhibition.Visitor visitor) throws IOException {
    List<Exhibit> guarded = exhibition.exhibits().stream().filter(Goldens::isGuarded).toList();
    exhibition.show(guarded, Language.CHINESE, visitor);
  }

  /**
   * The screens that the sample's growth does not change: without lists and counts, or without
   * content. Whoever wants all of them looks at the gallery.
   */
  private static boolean isGuarded(Exhibit exhibit) {
    return GUARDED.contains(exhibit.name());
  }

  private Path file(String name) {
    return folder.resolve(name + ".png");
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".png"))
          .map(name -> name.substring(0, name.length() - ".png".length()))
          .toList();
    }
  }

  private void clear() throws IOException {
    for (String name : names().stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file(name));
    }
  }
}
