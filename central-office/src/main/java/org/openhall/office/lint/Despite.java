package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a release goes out with open errors, and with which: a file among the reports.
 *
 * @param dataDir the office's data folder
 * @param release its number, which no other release gets
 */
public record Despite(Path dataDir, long release) {

  public Path file() {
    return dataDir.resolve("reports").resolve("release-" + release + "-despite.txt");
  }

  /** Keeps reason and findings. */
  public void keep(String reason, List<String> findings) throws IOException {
    List<String> lines = new ArrayList<>(List.of(reason.replaceAll("\\s+", " "), ""));
    lines.addAll(findings);
    Files.createDirectories(dataDir.resolve("reports"));
    Files.write(file(), lines);
  }

  /** The reason; empty for a release without open errors. */
  public Optional<String> reason() throws IOException {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file())) {
      return lines.findFirst();
    }
  }
}
