package org.openhall.office.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables of an office's database, as the database itself tells. */
final class Tables {
  /** The migrations' own, which each database keeps for itself. */
  private static final String OF_MIGRATIONS = "flyway_schema_history";

  /** SQLite's index of letters is made of tables, which follow from the lines of records. */
  private static final String OF_LETTERS = "record_gram";

  private final Connection connection;
  private final DatabaseMetaData said;

  Tables(Connection connection) throws SQLException {
    this.connection = connection;
    this.said = connection.getMetaData();
  }

  /** All, those that others refer to before these. */
  List<String> inOrder() throws SQLException {
    Map<String, Set<String>> open = new TreeMap<>();
    for (String name : names()) {
      open.put(name, referred(name));
    }
    Set<String> done = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      List<String> next =
          open.entrySet().stream()
              .filter(table -> done.containsAll(table.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables that refer to each other: " + open.keySet());
      }
      done.addAll(next);
      next.forEach(open::remove);
    }
    return List.copyOf(done);
  }

  private Collection<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet table =
        said.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (table.next()) {
        names.add(table.getString("TABLE_NAME"));
      }
    }
    names.removeIf(name -> name.equals(OF_MIGRATIONS) || name.startsWith("sqlite_"));
    names.removeIf(name -> name.startsWith(OF_LETTERS));
    return names;
  }

  private Set<String> referred(String table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet key = said.getImportedKeys(null, connection.getSchema(), table)) {
      while (key.next()) {
        names.add(key.getString("PKTABLE_NAME"));
      }
    }
    names.remove(table);
    return names;
  }

  /** Table → the column that the database counts up by itself. */
  Map<String, String> counted() throws SQLException {
    Map<String, String> counted = new LinkedHashMap<>();
    for (String table : names()) {
      counted(table).ifPresent(column -> counted.put(table, column));
    }
    return counted;
  }

  private Optional<String> counted(String table) throws SQLException {
    try (ResultSet column = said.getColumns(null, connection.getSchema(), table, "%")) {
      while (column.next()) {
        if ("YES".equals(column.getString("IS_AUTOINCREMENT"))) {
          return Optional.of(column.getString("COLUMN_NAME"));
        }
      }
      return Optional.empty();
    }
  }
}
