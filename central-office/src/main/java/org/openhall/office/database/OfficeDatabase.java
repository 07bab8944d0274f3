package org.openhall.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The office's database, {@code DIR/office.db} (SQLite in WAL mode, so that the running server and
 * a command work on it at the same time; who finds it locked by a long import waits up to a
 * minute).
 */
public final class OfficeDatabase {
  private static final int BUSY_TIMEOUT_MILLIS = 60_000;

  private final Path folder;
  private final SQLiteDataSource source;

  /**
   * Never used and never closed: when the last connection to the file closes, SQLite writes its log
   * back and waits for the disk, which each request would do for itself.
   */
  @SuppressWarnings("unused")
  private final Connection kept;

  private OfficeDatabase(Path folder, SQLiteDataSource source, Connection kept) {
    this.folder = folder;
    this.source = source;
    this.kept = kept;
  }

  /** Opens the database of a data folder, making folder and tables where they are missing. */
  public static OfficeDatabase open(Path dataDir) throws IOException {
    Files.createDirectories(dataDir);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + dataDir.resolve("office.db"));
    migrate(source);
    try {
      return new OfficeDatabase(dataDir, source, source.getConnection());
    } catch (SQLException e) {
      throw new IOException("office.db: " + e.getMessage(), e);
    }
  }

  private static void migrate(DataSource source) throws IOException {
    try {
      Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    } catch (FlywayException e) {
      throw new IOException("office.db: " + e.getMessage(), e);
    }
  }

  /** The data folder that it lies in. */
  public Path folder() {
    return folder;
  }

  /** A new connection, for a transaction of its own; the caller closes it. */
  public Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** For single statements. */
  public JdbcClient client() {
    return JdbcClient.create(source);
  }

  /** The database as a data source, for the server's own wiring. */
  public DataSource dataSource() {
    return source;
  }
}
