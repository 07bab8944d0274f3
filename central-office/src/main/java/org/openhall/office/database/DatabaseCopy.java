package org.openhall.office.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies all that an office knows from one database into another, empty one: all of it, or nothing.
 * Nobody writes to the first meanwhile.
 */
public final class DatabaseCopy {
  private static final int BATCH = 500;

  private final OfficeDatabase from;
  private final OfficeDatabase to;

  /** Between two databases of this version of the office. */
  public DatabaseCopy(OfficeDatabase from, OfficeDatabase to) {
    this.from = from;
    this.to = to;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * All is there.
     *
     * @param rows how many, by table
     */
    record Copied(Map<String, Long> rows) implements Outcome {}

    /** The other holds something already, and nothing was done. */
    record NotEmpty(String table) implements Outcome {}

    /** Not as many rows arrived as left, and nothing was done. */
    record Differs(String table, long there, long here) implements Outcome {}
  }

  /** Copies, counts on both sides, and only then commits. */
  public Outcome run() throws SQLException {
    try (Connection source = from.reading();
        Connection target = to.begin(Turn.IMPORT)) {
      List<String> tables = new Tables(target).inOrder();
      source.setAutoCommit(false); // one state for all tables
      for (String table : tables) {
        if (count(target, table) > 0) {
          return new Outcome.NotEmpty(table);
        }
      }
      Map<String, Long> rows = new LinkedHashMap<>();
      for (String table : tables) {
        clear(target, table); // of what a trigger wrote for the tables before it
        copy(source, target, table);
      }
      for (String table : tables) {
        long there = count(source, table);
        long here = count(target, table);
        if (there != here) {
          return new Outcome.Differs(table, there, here);
        }
        rows.put(table, here);
      }
      for (Map.Entry<String, String> counted : new Tables(target).counted().entrySet()) {
        to.countOn(target, counted.getKey(), counted.getValue());
      }
      target.commit();
      to.manyWritten(tables.toArray(String[]::new));
      return new Outcome.Copied(rows);
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void clear(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM " + table);
    }
  }

  private static void copy(Connection source, Connection target, String table) throws SQLException {
    try (Statement statement = source.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table);
        PreparedStatement insert = target.prepareStatement(insert(table, row.getMetaData()))) {
      int columns = row.getMetaData().getColumnCount();
      for (long waiting = 1; row.next(); waiting++) {
        for (int column = 1; column <= columns; column++) {
          insert.setObject(column, row.getObject(column));
        }
        insert.addBatch();
        if (waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String insert(String table, ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnName(column));
    }
    String places = String.join(", ", names.stream().map(name -> "?").toList());
    return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + places + ")";
  }
}
