package org.openhall.office.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** Tells what kind of source a file is from its first characters. */
final class Recognition {
  private static final int HEAD = 4_096;

  private Recognition() {}

  /** The kind of a file, or empty for one the office has no importer for. */
  static Optional<SourceKind> of(Path path) throws BadFileException, IOException {
    try (SourceFile file = SourceFile.open(path)) {
      return of(head(file));
    }
  }

  private static String head(SourceFile file) throws BadFileException, IOException {
    try {
      String head = new String(file.head(HEAD), StandardCharsets.UTF_8);
      return head.replace("\uFEFF", "").strip();
    } catch (EOFException | ZipException e) {
      throw file.broken(e, 1);
    }
  }

  private static Optional<SourceKind> of(String head) {
    if (head.startsWith("{") && names(head, "path", "category", "body")) {
      return Optional.of(SourceKind.LAWS);
    }
    if (head.startsWith("[") && names(head, "item_code", "department")) {
      return Optional.of(SourceKind.GUIDES);
    }
    if (head.startsWith("{") && names(head, "year", "table3", "table2")) {
      return Optional.of(SourceKind.REPORT);
    }
    return hasTitleColumns(head) ? Optional.of(SourceKind.TITLES) : Optional.empty();
  }

  /** Most of the names are enough: the importer says better which one is missing. */
  private static boolean names(String head, String... names) {
    long present = Arrays.stream(names).filter(name -> head.contains('"' + name + '"')).count();
    return present >= names.length - 1L;
  }

  private static boolean hasTitleColumns(String head) {
    String heading = head.lines().findFirst().orElse("");
    Set<String> columns = new HashSet<>(Arrays.asList(heading.replace("\"", "").split(",")));
    columns.retainAll(TitlesImporter.COLUMNS);
    return columns.size() >= TitlesImporter.COLUMNS.size() / 2;
  }
}
