package org.openhall.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The office's database: SQLite in {@code DIR/office.db}, or the PostgreSQL server that {@code
 * DIR/office.properties} names. Any number of programs work on it at the same time; what must not
 * happen twice they do in turns.
 */
public final class OfficeDatabase implements AutoCloseable {
  private static final String BOTH = "classpath:db/migration/both";

  private final Path folder;
  private final Dialect dialect;
  private final Consumer<Turn> waiting;

  private OfficeDatabase(Path folder, Dialect dialect, Consumer<Turn> waiting) {
    this.folder = folder;
    this.dialect = dialect;
    this.waiting = waiting;
  }

  /** Opens the database of a data folder, making folder and tables where they are missing. */
  public static OfficeDatabase open(Path dataDir) throws IOException {
    return open(dataDir, DatabasePlace.of(dataDir), turn -> {});
  }

  /**
   * Opens a database for a data folder.
   *
   * @param waiting hears of a turn that somebody else has, before it is waited for
   */
  public static OfficeDatabase open(Path dataDir, DatabasePlace place, Consumer<Turn> waiting)
      throws IOException {
    Files.createDirectories(dataDir);
    Dialect dialect =
        switch (place) {
          case DatabasePlace.InFolder() -> new Sqlite(dataDir);
          case DatabasePlace.OnServer server -> new PostgreSql(server);
        };
    migrate(dialect);
    return new OfficeDatabase(dataDir, dialect, waiting);
  }

  private static void migrate(Dialect dialect) throws IOException {
    try {
      Flyway.configure()
          .dataSource(dialect.migrating())
          .locations(BOTH, dialect.migrations())
          .placeholders(dialect.words())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new IOException(dialect.name() + ": " + e.getMessage(), e);
    }
  }

  /** The data folder. */
  public Path folder() {
    return folder;
  }

  /** Which database it is: a path or an address, without a password. */
  public String name() {
    return dialect.name();
  }

  /**
   * What the database says of itself.
   *
   * @param product with its version
   * @param tables the version of the office's tables
   */
  public record About(String product, String tables) {}

  /** Asks it. */
  public About about() throws SQLException {
    try (Connection connection = connect()) {
      DatabaseMetaData said = connection.getMetaData();
      String tables =
          client()
              .sql("SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
              .query(String.class)
              .single();
      return new About(
          said.getDatabaseProductName() + " " + said.getDatabaseProductVersion(), tables);
    }
  }

  /**
   * Copies all of it, as it is at one time and while others work on it, into {@code office.db} of a
   * folder that has none.
   */
  public void snapshot(Path folder) throws IOException, SQLException {
    switch (dialect) {
      case Sqlite sqlite -> sqlite.snapshot(folder);
      case PostgreSql _ -> {
        try (OfficeDatabase copy = open(folder, new DatabasePlace.InFolder(), waiting)) {
          DatabaseCopy.Outcome outcome = new DatabaseCopy(this, copy).run();
          if (!(outcome instanceof DatabaseCopy.Outcome.Copied)) {
            throw new IOException(name() + ": " + outcome);
          }
        }
      }
    }
  }

  /** What the database finds wrong with itself; nothing, as a rule. */
  public List<String> integrity() throws SQLException {
    try (Connection connection = reading()) {
      return dialect.integrity(connection);
    }
  }

  /** Goes on counting after the highest number that was written into a column from outside. */
  void countOn(Connection connection, String table, String column) throws SQLException {
    dialect.countOn(connection, table, column);
  }

  /** After many rows of tables were written and committed: queries are planned by what is there. */
  public void manyWritten(String... tables) throws SQLException {
    try (Connection connection = connect()) {
      dialect.manyWritten(connection, List.of(tables));
    }
  }

  /**
   * The lines of records whose words hold all of these, by an index.
   *
   * @param letters each two Chinese characters, small Latin letters or digits in a row, or one of
   *     them alone
   */
  public FoundLines linesWith(List<String> letters) {
    return dialect.linesWith(letters);
  }

  /** A connection, for a transaction in which no turn matters; the caller closes it. */
  public Connection connect() throws SQLException {
    return dialect.source().getConnection();
  }

  /** A connection whose query sees one state, row by row; the caller closes it. */
  public Connection reading() throws SQLException {
    return dialect.reading();
  }

  /** A transaction that waits until nobody else has this turn; the caller commits and closes it. */
  public Connection begin(Turn turn) throws SQLException {
    return begun(connect(), turn, "");
  }

  /** Waits in a transaction until nobody else has this turn; it is kept until the commit. */
  public void join(Connection connection, Turn turn) throws SQLException {
    dialect.begin(connection, turn, "");
  }

  /**
   * A transaction in the turn of one of many, after which all is on the disk, also where the rest
   * of the office could lose a second's work to a power cut.
   *
   * @param of whose turn
   */
  public Connection beginFlushed(Turn turn, String of) throws SQLException {
    Connection connection = connect();
    dialect.flushAtCommit(connection);
    return begun(connection, turn, of);
  }

  private Connection begun(Connection connection, Turn turn, String of) throws SQLException {
    try {
      dialect.begin(connection, turn, of);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Waits until nobody else has this turn, for what takes more than a transaction. */
  public Alone alone(Turn turn) throws IOException {
    return dialect.alone(turn, () -> waiting.accept(turn));
  }

  /** What the clock of its server says; empty where it has none but this machine's. */
  public Optional<Instant> time() throws SQLException {
    return dialect.time();
  }

  /** For single statements. */
  public JdbcClient client() {
    return JdbcClient.create(dialect.source());
  }

  @Override
  public void close() {
    dialect.close();
  }
}
