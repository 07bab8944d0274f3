package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

/** The running office writes on while a long file is imported by a command beside it. */
@OnBothDatabases
class ImportBesideServerTest {
  @TempDir Path folder;
  private OfficeDatabase database;
  private final TestDatabase kind;

  ImportBesideServerTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("data"));
  }

  private Path titles(int count) throws IOException {
    StringBuilder rows =
        new StringBuilder("source,title,doc_number,date_written,date_published,url\n");
    for (int n = 0; n < count; n++) {
      rows.append("State Council,关于").append(n).append("的通知,,,2020-01-09,http://a/");
      rows.append(n).append('\n');
    }
    return Files.writeString(folder.resolve("titles.csv"), rows);
  }

  /** As the server does for a terminal's report, but it does not wait for a lock. */
  private void writeAtOnce() {
    try (Connection server = database.connect();
        Statement statement = server.createStatement()) {
      statement.execute(kind.doNotWait());
      statement.execute("UPDATE record SET key = key");
    } catch (SQLException e) {
      throw new IllegalStateException("the office could not write while rows were read", e);
    }
  }

  @Test
  void theServerWritesWhileRowsAreReadAndNothingIsLeftBehind() throws IOException, SQLException {
    Path file = titles(1_200);
    AtomicInteger rows = new AtomicInteger();
    ImportOutcome outcome =
        new Catalog(database, Clock.system(OfficeTime.ZONE))
            .importFile(
                file,
                (_, _) -> {
                  if (rows.incrementAndGet() % 100 == 0) {
                    writeAtOnce();
                  }
                });
    ImportReport report = assertInstanceOf(ImportOutcome.Imported.class, outcome).report();
    assertTrue(report.tally().added() >= 1_200, report.tally()::toString);
    assertTrue(rows.get() >= 1_200, rows::toString);
    try (Stream<Path> left = Files.list(folder.resolve("data/tmp"))) {
      assertEquals(0, left.filter(f -> f.toString().endsWith(".rows")).count());
    }
  }
}
