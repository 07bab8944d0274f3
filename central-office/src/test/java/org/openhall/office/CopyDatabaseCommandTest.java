package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Running;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.settings.OfficeProperties;

/** An office that began with a file, and goes on upon a server. */
@ExtendWith(TestDatabase.Closing.class)
class CopyDatabaseCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path data = Path.of("");
  private List<String> target = List.of();

  @BeforeEach
  void found() {
    data = folder.resolve("data");
    DatabasePlace.OnServer place = TestDatabase.newServer();
    target =
        List.of(
            "--to",
            place.url(),
            "--database-password-file",
            place.passwordFile().orElseThrow().toString());
    assertEquals(0, run("init", "--demo-keys"));
    assertEquals(0, run("import-sample"));
    assertEquals(0, run("publish"));
    assertEquals(0, run("token", "--hall", "一楼"));
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString(), "--lang", "en"));
    all.addAll(List.of(words));
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return OfficeMain.run(all, print, print);
  }

  private int copy() {
    List<String> words = new ArrayList<>(List.of("copy-database"));
    words.addAll(target);
    return run(words.toArray(String[]::new));
  }

  private static List<String> rows(OfficeDatabase database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private List<String> rows(String sql) throws IOException, SQLException {
    try (OfficeDatabase database = OfficeDatabase.open(data)) {
      return rows(database, sql);
    }
  }

  @Test
  void takesAllAlongAndGoesOnCounting() throws IOException, SQLException {
    String records = "SELECT id || sha256 FROM record ORDER BY id";
    List<String> before = rows(records);
    assertEquals(0, copy(), said::toString);
    assertTrue(Files.readString(data.resolve(OfficeProperties.FILE)).contains("jdbc:postgresql:"));
    assertEquals(before, rows(records));
    assertEquals(List.of("1"), rows("SELECT count(*) FROM enrolment_token"));
    String id = rows("SELECT id FROM record ORDER BY id").getFirst();
    assertEquals(0, run("withdraw", id, "--why", "误撤"), said::toString);
    assertEquals(0, run("withdraw", "--undo", id), said::toString);
    assertEquals(0, run("publish"), said::toString);
    assertEquals(List.of("2"), rows("SELECT max(number) FROM release"));
  }

  @Test
  void anOfficeThatRunsIsStoppedFirst() throws IOException {
    try (Running _ = Running.server(data)) {
      assertEquals(OfficeMain.BAD_INPUT, copy());
      assertTrue(said.toString(StandardCharsets.UTF_8).contains("Stop the office"), said::toString);
    }
    assertEquals(0, copy(), said::toString);
  }

  @Test
  void leavesAServerAloneThatHoldsSomething() throws IOException, SQLException {
    assertEquals(0, copy(), said::toString);
    Files.delete(data.resolve(OfficeProperties.FILE));
    assertEquals(OfficeMain.BAD_INPUT, copy());
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("holds something"), said::toString);
  }
}
