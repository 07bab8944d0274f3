package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSnapshotTest {
  @TempDir Path folder;
  private Path db;

  @BeforeEach
  void nameTheFile() {
    db = folder.resolve("content-7.db");
  }

  @Test
  void whatIsNoSnapshotCannotBeOpened() throws IOException {
    assertThrows(UnreadableSnapshotException.class, () -> ContentSnapshot.open(db, Release.CLOCK));
    Files.writeString(db, "not a database, but long enough to be looked at as one".repeat(100));
    assertThrows(UnreadableSnapshotException.class, () -> ContentSnapshot.open(db, Release.CLOCK));
  }

  @Test
  void aDamagedRecordOrTitleIsNeverShown() throws IOException, SQLException {
    Release.directory().build(db);
    change(
        "UPDATE record SET json = CAST(replace(CAST(json AS TEXT), '正', '反') AS BLOB) WHERE id = 'b'");
    change("UPDATE title SET title = '反' WHERE id = 'd'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      DamagedRecordException e =
          assertThrows(DamagedRecordException.class, () -> snapshot.find("b"));
      assertEquals("b", e.recordId());
      assertThrows(DamagedRecordException.class, () -> snapshot.entries(EntryFilter.none(), 0, 10));
      assertTrue(snapshot.find("a").isPresent());
    }
  }

  @Test
  void whatIsSaidOfTheReleaseIsSealed() throws IOException, SQLException {
    Release.directory().build(db);
    change("UPDATE release SET office = office || '反'");
    assertThrows(UnreadableSnapshotException.class, () -> ContentSnapshot.open(db, Release.CLOCK));
  }

  @Test
  void aRowThatSpeaksOfAnotherRecordIsDamaged() throws IOException, SQLException {
    Release.directory().build(db);
    change("UPDATE record SET id = 'x' WHERE id = 'b'");
    change("UPDATE record SET effective_from = '2000-01-01' WHERE id = 'd'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertThrows(DamagedRecordException.class, () -> snapshot.find("x"));
      assertThrows(DamagedRecordException.class, () -> snapshot.find("d"));
    }
  }

  @Test
  void aChoiceOfAFilterIsOnlyShownAsATitleHasIt() throws IOException, SQLException {
    Release.directory().build(db);
    change("UPDATE title SET publisher = '市财玫局' WHERE id = 'a'");
    change("UPDATE title SET year = 1924 WHERE id = 'e'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      EntryFilter all = EntryFilter.none();
      assertThrows(DamagedRecordException.class, () -> snapshot.publishers(all));
      assertThrows(DamagedRecordException.class, () -> snapshot.years(all));
      assertTrue(snapshot.themes(all).isEmpty());
    }
  }

  @Test
  void aSuggestionIsOnlyMadeOfNamesThatAreAsTheyWereWritten() throws IOException, SQLException {
    new Release().guide("g", "居民身份证申领", "公安局", true, "二代证").build(db);
    change("UPDATE words SET names = replace(names, '二代证', '三代证')");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertThrows(UnreadableSnapshotException.class, () -> snapshot.completions("三代", 5));
      assertThrows(UnreadableSnapshotException.class, snapshot::names);
    }
  }

  @Test
  void whatAnEarlierVersionHasBuiltIsStillShown() throws IOException, SQLException {
    new Release().guide("g", "居民身份证申领", "公安局", true, "二代证").build(db);
    change("ALTER TABLE words DROP COLUMN names_seal", "ALTER TABLE release DROP COLUMN seal");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertEquals(List.of("二代证"), snapshot.completions("二代", 5));
    }
  }

  @Test
  void verifyingReadsAllOfIt() throws IOException, SQLException {
    Release.directory().build(db);
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      snapshot.verify();
    }
    change("UPDATE record SET sha256 = zeroblob(32) WHERE id = 'f'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertThrows(DamagedRecordException.class, snapshot::verify);
    }
  }

  @Test
  void verifyingReadsTitlesAndNamesAsWell() throws IOException, SQLException {
    Release.directory().build(db);
    change("UPDATE title SET theme = 'x' WHERE id = 'a'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertThrows(DamagedRecordException.class, snapshot::verify);
    }
    Release.directory().build(db);
    change("UPDATE words SET names = names || 'x' WHERE n = (SELECT n FROM title WHERE id = 'a')");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Release.CLOCK)) {
      assertThrows(UnreadableSnapshotException.class, snapshot::verify);
    }
  }

  private void change(String... alterations) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      for (String sql : alterations) {
        statement.executeUpdate(sql);
      }
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    }
  }
}
