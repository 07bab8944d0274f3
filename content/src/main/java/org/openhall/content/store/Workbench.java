package org.openhall.content.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two files of a snapshot in the making, beside its place: {@code <name>.building}, which
 * becomes it, and {@code <name>.draft}. Both are gone when the bench is closed.
 */
final class Workbench implements AutoCloseable {
  private final Path db;
  private final Path building;
  private final Path draft;
  private final Connection connection;

  private Workbench(Path db) throws IOException, SQLException {
    this.db = db;
    this.building = db.resolveSibling(db.getFileName() + ".building");
    this.draft = db.resolveSibling(db.getFileName() + ".draft");
    deleteFiles();
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + building.toAbsolutePath());
  }

  /** Clears away what an earlier attempt left, and begins with empty tables. */
  static Workbench open(Path db) throws IOException, SQLException {
    Workbench bench = new Workbench(db);
    try {
      bench.prepare();
    } catch (SQLException e) {
      bench.close();
      throw e;
    }
    return bench;
  }

  /** A file that is thrown away when anything fails needs no journal; it is synced at the end. */
  private void prepare() throws SQLException {
    execute(
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -16000",
        "ATTACH '" + draft.toAbsolutePath().toString().replace("'", "''") + "' AS draft",
        "PRAGMA draft.journal_mode = OFF",
        "PRAGMA draft.synchronous = OFF",
        "PRAGMA draft.cache_size = -4000");
    connection.setAutoCommit(false);
    Schema.run(connection, "schema.sql");
    Schema.run(connection, "draft.sql");
  }

  Connection connection() {
    return connection;
  }

  /** Lets the file have no more pages than this, or than it has, as a full disk would. */
  void limitPages(int pages) throws SQLException {
    execute("PRAGMA max_page_count = " + pages);
  }

  /** Commits, closes, waits for the disk and gives the file its name. */
  void deliver() throws IOException, SQLException {
    connection.commit();
    connection.setAutoCommit(true);
    execute("DETACH draft", "PRAGMA journal_mode = DELETE");
    connection.close();
    FileOperations.REAL.syncFile(building);
    FileOperations.REAL.rename(building, db);
    FileOperations.REAL.syncDirectory(db.resolveSibling("").toAbsolutePath());
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void deleteFiles() throws IOException {
    Files.deleteIfExists(building);
    Files.deleteIfExists(draft);
  }

  @Override
  public void close() throws IOException, SQLException {
    try (connection) {
      deleteFiles();
    }
  }
}
