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

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    }
  }
}
