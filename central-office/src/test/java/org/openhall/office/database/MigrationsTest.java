package org.openhall.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
  private static final int ONE_FOR_ALL_BEFORE = 9;

  @Test
  void aVersionIsForBothDatabasesOrHasAPartForEach() throws IOException {
    Set<Integer> both = new TreeSet<>(versions("both"));
    Set<Integer> sqlite = since("sqlite");
    assertEquals(sqlite, since("postgresql"), "versions beside db/migration/both");
    sqlite.retainAll(both);
    assertEquals(Set.of(), sqlite, "versions that are for both and for one");
  }

  @Test
  void aNumberIsUsedOnce() throws IOException {
    for (String folder : List.of("both", "sqlite", "postgresql")) {
      List<Integer> versions = versions(folder);
      assertEquals(Set.copyOf(versions).size(), versions.size(), folder);
    }
  }

  private static Set<Integer> since(String folder) throws IOException {
    return versions(folder).stream()
        .filter(version -> version > ONE_FOR_ALL_BEFORE)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Integer> versions(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
          .toList();
    }
  }
}
