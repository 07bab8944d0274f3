package org.openhall.content.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Statements of a bench, each prepared once. What it reads it reads to the end at once. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Reads a row, or takes note of it. */
  interface Form<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement that changes rows; how many. */
  int run(String sql, @Nullable Object... values) throws SQLException {
    return statement(sql, values).executeUpdate();
  }

  /** The first row, if there is one. */
  <T> Optional<T> first(String sql, Form<T> form, @Nullable Object... values) throws SQLException {
    try (ResultSet row = statement(sql, values).executeQuery()) {
      return row.next() ? Optional.of(form.read(row)) : Optional.empty();
    }
  }

  /** All rows. */
  <T> List<T> list(String sql, Form<T> form, @Nullable Object... values) throws SQLException {
    List<T> list = new ArrayList<>();
    try (ResultSet row = statement(sql, values).executeQuery()) {
      while (row.next()) {
        list.add(form.read(row));
      }
    }
    return list;
  }

  /** The number in the first column of the first row; empty if there is none or it is null. */
  OptionalLong number(String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet row = statement(sql, values).executeQuery()) {
      boolean isThere = row.next() && row.getObject(1) != null;
      return isThere ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Closes the statements and leaves the connection. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
