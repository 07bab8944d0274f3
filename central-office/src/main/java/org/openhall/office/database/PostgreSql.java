package org.openhall.office.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server, on which several instances of one office may work. Whose turn it is they
 * settle by advisory locks: of a session for what takes long, of a transaction for the rest. The
 * server frees both when a connection ends, and notices within a minute that a machine is gone.
 */
final class PostgreSql implements Dialect {
  private static final int MOST_CONNECTIONS = 16;
  private static final int ROWS_AT_ONCE = 500;

  /** Turns of another office in the same database are others. */
  private static final String KEY = "(hashtextextended(current_schema() || ' openhall ' || ?, 0))";

  private static final String SESSION =
      "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10;"
          + " SET tcp_keepalives_count = 3";
  private static final String BUSY = "; SET lock_timeout = '60s'";

  private final DatabasePlace.OnServer place;
  private final PGSimpleDataSource single;
  private final HikariDataSource pool;

  PostgreSql(DatabasePlace.OnServer place) throws IOException {
    this.place = place;
    this.single = single(place);
    probe();
    HikariConfig config = new HikariConfig();
    config.setDataSource(single);
    config.setPoolName("office");
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionInitSql(SESSION + BUSY);
    this.pool = new HikariDataSource(config);
  }

  private static PGSimpleDataSource single(DatabasePlace.OnServer place) throws IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(place.url());
    if (!place.url().contains("ApplicationName=")) {
      source.setApplicationName("openhall-office");
    }
    source.setReWriteBatchedInserts(true);
    source.setDefaultRowFetchSize(ROWS_AT_ONCE);
    source.setTcpKeepAlive(true);
    if (place.passwordFile().isPresent()) {
      source.setPassword(Files.readString(place.passwordFile().get()).strip());
    }
    return source;
  }

  /** Says in words what a pool would say in pages. */
  private void probe() throws IOException {
    try (Connection connection = single.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_encoding")) {
      if (!row.next() || !row.getString(1).equals("UTF8")) {
        throw new IOException(name() + ": its encoding is not UTF8");
      }
    } catch (SQLException e) {
      throw new IOException(name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public DataSource migrating() {
    return single;
  }

  @Override
  public String migrations() {
    return "classpath:db/migration/postgresql";
  }

  @Override
  public String name() {
    return place.url();
  }

  /** In a transaction, without which all rows would come at once into memory. */
  @Override
  public Connection reading() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public void begin(Connection connection, Turn turn, String of) throws SQLException {
    connection.setAutoCommit(false);
    ask(connection, "SELECT pg_advisory_xact_lock" + KEY, turn.lockName() + " " + of);
  }

  /** Also where the server as a whole is set to be quicker. */
  @Override
  public void flushAtCommit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = on");
    }
  }

  @Override
  public Alone alone(Turn turn, Runnable waiting) throws IOException {
    try {
      Connection session = single.getConnection();
      try (Statement statement = session.createStatement()) {
        statement.execute(SESSION);
      }
      if (!ask(session, "SELECT pg_try_advisory_lock" + KEY, turn.lockName())) {
        waiting.run();
        ask(session, "SELECT pg_advisory_lock" + KEY, turn.lockName());
      }
      return new BySession(session);
    } catch (SQLException e) {
      throw new IOException(name() + ": " + e.getMessage(), e);
    }
  }

  /** By a session of its own, which ends with its connection. */
  record BySession(Connection session) implements Alone {
    private static final int SECONDS = 10;

    @Override
    public void confirm() throws IOException {
      try {
        if (!session.isValid(SECONDS)) {
          throw new IOException("the connection to the database was lost; try again");
        }
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        session.close();
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  private static boolean ask(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && "t".equals(row.getString(1));
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
