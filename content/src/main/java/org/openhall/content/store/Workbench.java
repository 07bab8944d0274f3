package org.openhall.content.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The two files of a snapshot in the making, beside its place: {@code <name>.building}, which
 * becomes it, empty at first or a copy of another, and {@code <name>.draft}. Both are gone when the
 * bench is closed.
 */
final class Workbench implements AutoCloseable {
  private final Path db;
  private final Path building;
  private final Path draft;
  private final Connection connection;

  /**
   * The form of a snapshot: to be raised whenever a record's rows or tokens come out otherwise than
   * before, so that no delta is applied to what another version of this program has written; a test
   * pins what it stands for.
   */
  private static final int FORM = 4;

  private Workbench(Path db, Optional<SoundSnapshot> before) throws IOException, SQLException {
    this.db = db;
    this.building = db.resolveSibling(db.getFileName() + ".building");
    this.draft = db.resolveSibling(db.getFileName() + ".draft");
    deleteFiles();
    if (before.isPresent()) {
      before.get().copyTo(building);
    }
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + building.toAbsolutePath());
  }

  /** Clears away what an earlier attempt left, and begins with empty tables. */
  static Workbench open(Path db) throws IOException, SQLException {
    return prepared(new Workbench(db, Optional.empty()), Workbench::makeTables);
  }

  /**
   * Begins with a copy of a snapshot.
   *
   * @throws UnusableBaseException if it is damaged, or written by another version of the program
   */
  static Workbench copyOf(SoundSnapshot before, Path db) throws IOException, SQLException {
    return prepared(new Workbench(db, Optional.of(before)), Workbench::requireForm);
  }

  private interface Step {
    void run(Workbench bench) throws IOException, SQLException;
  }

  private static Workbench prepared(Workbench bench, Step step) throws IOException, SQLException {
    try {
      bench.prepare();
      step.run(bench);
      Schema.run(bench.connection, "draft.sql");
      return bench;
    } catch (IOException | SQLException e) {
      bench.close();
      throw e;
    }
  }

  /** A file that is thrown away when anything fails needs no journal; it is synced at the end. */
  private void prepare() throws SQLException {
    execute(
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA temp_store = FILE", // what an index is sorted in is as large as the index
        "PRAGMA cache_size = -16000",
        "ATTACH '" + draft.toAbsolutePath().toString().replace("'", "''") + "' AS draft",
        "PRAGMA draft.journal_mode = OFF",
        "PRAGMA draft.synchronous = OFF",
        "PRAGMA draft.cache_size = -4000");
    connection.setAutoCommit(false);
  }

  private void makeTables() throws SQLException {
    execute("PRAGMA user_version = " + FORM);
    Schema.run(connection, "schema.sql");
  }

  private void requireForm() throws IOException, SQLException {
    try (Sql sql = new Sql(connection)) {
      long form = sql.number("PRAGMA user_version").orElse(0);
      if (form != FORM) {
        throw new UnusableBaseException("It has the form %d and not %d".formatted(form, FORM));
      }
    }
  }

  Path db() {
    return db;
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
