package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openhall.kiosk.shell.Language;

/** The pictures that were agreed on, a quarter as wide and high, and what differs from them. */
final class Goldens {
  private static final String PLACE = "system-tests/src/test/resources/gallery";

  /** Of the states other than the main one, one screen each: the others are built of the same. */
  private static final Set<String> STATES =
      Set.of(
          "attract-stale",
          "directory-empty",
          "directory-missing",
          "emergency",
          "guide-damaged",
          "guide-empty",
          "guide-withdrawn",
          "home-empty",
          "statutory-loading");

  private final Path folder;

  private Goldens(Path folder) {
    this.folder = folder;
  }

  /** Those of a checkout. */
  static Goldens in(Path home) {
    return new Goldens(home.resolve(PLACE));
  }

  /**
   * Takes the pictures of now for the agreed ones, where they differ; gives the number of those
   * that changed.
   */
  int accept(Exhibition exhibition) throws IOException {
    Set<String> old = new TreeSet<>(names());
    List<String> changed = new ArrayList<>();
    show(
        exhibition,
        (name, picture) -> {
          old.remove(name);
          if (isNew(name, picture.quarter())) {
            picture.quarter().write(file(name));
            changed.add(name);
          }
        });
    for (String gone : old) {
      Files.delete(file(gone));
    }
    return changed.size() + old.size();
  }

  /**
   * A picture that is still as agreed on stays to the byte, so that a commit shows what changed.
   */
  private boolean isNew(String name, Picture actual) throws IOException {
    return !Files.exists(file(name))
        || Difference.between(Picture.read(file(name)), actual).matters();
  }

  /**
   * Begins to compare.
   *
   * @param report where actual, expected and difference go for those that differ
   */
  Comparison comparison(Path report) throws IOException {
    return new Comparison(report, new TreeSet<>(names()));
  }

  /** What is shown beside what was agreed on. */
  final class Comparison {
    private final Path report;
    private final Set<String> unseen;
    private final List<String> sentences = new ArrayList<>();

    private Comparison(Path report, Set<String> unseen) {
      this.report = report;
      this.unseen = unseen;
    }

    /** Compares a picture with the agreed one of that name. */
    void see(String name, Picture picture) throws IOException {
      unseen.remove(name);
      if (!Files.exists(file(name))) {
        sentences.add(name + " has no agreed picture yet");
        return;
      }
      Picture actual = picture.quarter();
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

    /** Each sentence names a picture and what is wrong with it; also those not seen. */
    List<String> sentences() {
      List<String> all = new ArrayList<>(sentences);
      unseen.forEach(name -> all.add(name + " is no longer shown"));
      return all;
    }
  }

  private static void show(Exhibition exhibition, Exhibition.Visitor visitor) throws IOException {
    List<Exhibit> guarded = exhibition.exhibits().stream().filter(Goldens::isGuarded).toList();
    exhibition.show(guarded, Language.CHINESE, visitor);
  }

  /** Every screen as it usually is, and each other state once. */
  static boolean isGuarded(Exhibit exhibit) {
    return exhibit.scenery() == Scenery.SHOWN || STATES.contains(exhibit.name());
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
}
