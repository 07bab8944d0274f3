package org.openhall.office.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * All in which the office's two databases differ; every other statement of the office is understood
 * by both.
 */
sealed interface Dialect extends AutoCloseable permits Sqlite, PostgreSql {

  /** For statements and transactions. */
  DataSource source();

  /** For changes of the tables. */
  DataSource migrating();

  /** Where the changes lie that the other does not understand, on the class path. */
  String migrations();

  /** What the words mean here that changes for both are written in. */
  Map<String, String> words();

  /** Which database it is, in words, without a password. */
  String name();

  /** A connection whose queries see one state, row by row, and hold nobody up. */
  Connection reading() throws SQLException;

  /**
   * Begins a transaction that waits until nobody else has this turn.
   *
   * @param of whose turn, where each has one of their own
   */
  void begin(Connection connection, Turn turn, String of) throws SQLException;

  /** What the next transaction of this connection commits is on the disk then. */
  void flushAtCommit(Connection connection) throws SQLException;

  /** Lets the database look anew at what tables hold, before it plans queries of them. */
  void manyWritten(Connection connection, List<String> tables) throws SQLException;

  /** Goes on counting after the highest number that was written into a column from outside. */
  void countOn(Connection connection, String table, String column) throws SQLException;

  /** What the clock of its server says; empty where it has none of its own. */
  Optional<Instant> time() throws SQLException;

  /** The lines of records whose words hold all of these; see {@link OfficeDatabase#linesWith}. */
  FoundLines linesWith(List<String> letters);

  /** What the database finds wrong with itself. */
  List<String> integrity(Connection connection) throws SQLException;

  /**
   * Waits until nobody else has this turn.
   *
   * @param waiting is told if somebody has
   */
  Alone alone(Turn turn, Runnable waiting) throws IOException;

  @Override
  void close();
}
