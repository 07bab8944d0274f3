package org.openhall.content.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A prepared INSERT of whole rows into one table. */
final class Insert implements AutoCloseable {
  private final PreparedStatement statement;

  /**
   * Prepares it.
   *
   * @param into table and columns, as in SQL
   * @param columns how many values a row has
   */
  Insert(Connection connection, String into, int columns) throws SQLException {
    String places = Stream.generate(() -> "?").limit(columns).collect(Collectors.joining(", "));
    statement =
        connection.prepareStatement("INSERT OR IGNORE INTO " + into + " VALUES (" + places + ")");
  }

  /** Inserts a row; false if its key is there already. */
  boolean row(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement.executeUpdate() == 1;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
