package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own files.
 *
 * @param root {@code /}, or where the disk of another machine is mounted
 * @param data the terminal's data folder
 */
record Machine(Path root, Path data) {

  /** A file of the machine, by its absolute path. */
  Path file(String path) {
    return root.resolve(path.substring(1));
  }

  /** Whether it is the machine on which this program runs. */
  boolean isThisOne() {
    return root.equals(Path.of("/"));
  }

  boolean has(String path) {
    return Files.exists(file(path));
  }

  /** The text of a file; empty where there is none. */
  Optional<String> text(String path) throws IOException {
    return text(file(path));
  }

  static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The lines of a file; none where there is no file. */
  List<String> lines(String path) throws IOException {
    return text(path).stream().flatMap(String::lines).toList();
  }

  /** The files of a folder whose names end so, in their order; none where there is no folder. */
  List<Path> files(String folder, String ending) throws IOException {
    Path there = file(folder);
    if (!Files.isDirectory(there)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(there)) {
      return files.filter(f -> f.getFileName().toString().endsWith(ending)).sorted().toList();
    }
  }
}
