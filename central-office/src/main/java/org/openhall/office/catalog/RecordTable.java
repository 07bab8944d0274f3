package org.openhall.office.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openhall.content.codec.EncodedRecord;

/**
 * The table {@code record} for one import. Rows are put aside first and written in batches at its
 * end, in a transaction of seconds: nobody else can write to the database as long as one is open.
 */
final class RecordTable implements Shelf {
  private final Connection connection;
  private final Map<String, Held> held;
  private final Map<String, Held> ofTheDesk;
  private final Map<String, Integer> removed;
  private final DeskEdits edits;
  private final RecordWriter writer;
  private final StagedRows staged;

  /**
   * @param reading for what is there already, row by row
   * @param folder where rows are put aside
   */
  RecordTable(Connection connection, Connection reading, SourceKind kind, Path folder)
      throws IOException, SQLException {
    this.connection = connection;
    this.held = load(reading, "'" + kind.code() + "'");
    this.ofTheDesk = load(reading, "'edit', 'upload', 'api', 'import'");
    this.edits = new DeskEdits(reading, connection);
    this.removed = removed(reading);
    this.writer = new RecordWriter(connection);
    this.staged = new StagedRows(folder);
  }

  private static Map<String, Held> load(Connection connection, String kinds) throws SQLException {
    Map<String, Held> held = new HashMap<>();
    Map<String, LocalDate> days = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, revision, as_of, sha256, source FROM record WHERE kind IN ("
                + kinds
                + ")")) {
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.put(
              row.getString(1),
              new Held(
                  row.getInt(2),
                  days.computeIfAbsent(row.getString(3), LocalDate::parse),
                  HexFormat.of().parseHex(row.getString(4)),
                  sources.computeIfAbsent(row.getString(5), source -> source)));
        }
      }
    }
    return held;
  }

  private static Map<String, Integer> removed(Connection connection) throws SQLException {
    Map<String, Integer> removed = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT v.id, max(v.revision) FROM record_version v WHERE NOT EXISTS"
                    + " (SELECT 1 FROM record r WHERE r.id = v.id) GROUP BY v.id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        removed.put(row.getString(1), row.getInt(2));
      }
    }
    return removed;
  }

  @Override
  public Optional<DeskEdits.Edit> edit(String id) throws SQLException {
    return edits.of(id);
  }

  @Override
  public boolean isProposed(String id, String sourceSha256) throws SQLException {
    return edits.isProposed(id, sourceSha256);
  }

  @Override
  public int firstRevision(String id) {
    return removed.getOrDefault(id, 0) + 1;
  }

  static OptionalInt revision(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT revision FROM record WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
      }
    }
  }

  /** The same record under another revision. */
  static void revise(Connection connection, String id, int revision)
      throws IOException, SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT json FROM record WHERE id = ?");
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE record SET revision = ?, sha256 = ?, json = ? WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          EncodedRecord revised = Revised.of(row.getBytes(1), revision);
          update.setInt(1, revision);
          update.setString(2, revised.sha256Hex());
          update.setBytes(3, revised.json());
          update.setString(4, id);
          update.executeUpdate();
        }
      }
    }
  }

  @Override
  public Optional<Held> held(String id) {
    return Optional.ofNullable(held.getOrDefault(id, ofTheDesk.get(id)));
  }

  @Override
  public Optional<byte[]> json(String id) throws SQLException {
    return json(connection, id);
  }

  static Optional<byte[]> json(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT json FROM record WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  @Override
  public long absent(Set<String> sources, Set<String> ids) {
    return held.entrySet().stream()
        .filter(one -> sources.contains(one.getValue().source()))
        .filter(one -> !ids.contains(one.getKey()))
        .count();
  }

  @Override
  public void put(RecordRow row, int base) throws SQLException {
    try {
      staged.add(row);
    } catch (IOException e) {
      throw new SQLException("a row cannot be put aside", e); // no trouble of the source's
    }
  }

  /** Writes all of them; in the caller's transaction. */
  @Override
  public void flush() throws IOException, SQLException {
    staged.forEach(writer::put);
    writer.finish();
  }

  @Override
  public void close() throws IOException, SQLException {
    staged.close();
    writer.close();
  }
}
