package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.catalog.ImportOutcome.Imported;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

/** The real records where they are at hand (a folder shared/data beside the repository). */
@OnBothDatabases
class RealDataTest {
  private static final List<String> FILES =
      List.of("disclosure_titles.csv", "laws.jsonl.gz", "services_guangan_qianfeng.json");

  @TempDir Path folder;

  private final TestDatabase kind;

  RealDataTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void importsEveryRealRecordOnceAndOnlyOnce() throws IOException, SQLException {
    Catalog catalog = new Catalog(kind.open(folder), OfficeTime.clock());
    Optional<Path> real = realData();
    System.out.println("RealDataTest uses " + (real.isPresent() ? "the real records" : "a sample"));
    for (Path file : real.isPresent() ? files(real.get()) : sample()) {
      ImportReport first = run(catalog, file);
      ImportReport second = run(catalog, file);
      assertTrue(first.tally().added() > 0);
      assertEquals(0, second.tally().added());
      assertEquals(0, second.tally().changed());
      assertEquals(first.tally().added(), second.tally().unchanged());
    }
    if (real.isPresent()) {
      assertEquals(
          Map.of(
              "disclosure-entry",
              32_147L + 3_475,
              "service-guide",
              1_135L,
              "department",
              34L,
              "catalog-node",
              1L + 7 + 1 + 21),
          catalog.countsByType());
    }
  }

  private static ImportReport run(Catalog catalog, Path file) throws IOException, SQLException {
    return assertInstanceOf(Imported.class, catalog.importFile(file, (fraction, rows) -> {}))
        .report();
  }

  private List<Path> sample() throws IOException {
    return List.of(Sources.titles(folder), Sources.laws(folder), Sources.guides(folder));
  }

  private static List<Path> files(Path data) {
    return FILES.stream().map(data::resolve).toList();
  }

  /** Walks up from the module to the repository and looks beside it. */
  static Optional<Path> realData() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolveSibling("shared").resolve("data"))
        .filter(data -> FILES.stream().allMatch(file -> Files.isReadable(data.resolve(file))))
        .findFirst();
  }
}
