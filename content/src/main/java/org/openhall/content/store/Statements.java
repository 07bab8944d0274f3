package org.openhall.content.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/** A connection's statements, kept prepared: a search runs the same ones again and again. */
final class Statements implements AutoCloseable {
  private static final int KEPT = 64;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

  /** Takes the connection over. */
  Statements(Connection connection) {
    this.connection = connection;
  }

  /**
   * A statement that nobody else uses; one that fails is not given back and ends with the
   * connection.
   */
  PreparedStatement take(String sql) throws SQLException {
    PreparedStatement known = idle.remove(sql);
    return known == null ? connection.prepareStatement(sql) : known;
  }

  /** Keeps a statement whose rows are closed; of too many the one longest unused is closed. */
  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement twin = idle.put(sql, statement);
    if (twin != null) {
      twin.close();
    }
    if (idle.size() > KEPT) {
      idle.pollFirstEntry().getValue().close();
    }
  }

  /** Runs what gives no rows. */
  void run(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** Closes the connection with all its statements. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : idle.values()) {
      statement.close();
    }
    connection.close();
  }
}
