package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a fleet, which are not left behind. */
final class FleetFolder {
  private FleetFolder() {}

  static void delete(Path tree) {
    try (Stream<Path> all = Files.walk(tree)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inside) {
        Files.delete(path);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      System.err.println("Left behind: " + tree + " (" + e + ")");
    }
  }
}
