package org.openhall.office.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table {@code record} for one import. Rows are put aside first and written in batches at its
 * end, in a transaction of seconds: nobody else can write to the database as long as one is open.
 */
final class RecordTable implements AutoCloseable {
  private static final int BATCH = 500;
  private static final String UPSERT =
      """
      INSERT INTO record (id, type, kind, source, key, revision, as_of, sha256, json)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET type = excluded.type, kind = excluded.kind,
        source = excluded.source, key = excluded.key, revision = excluded.revision,
        as_of = excluded.as_of, sha256 = excluded.sha256, json = excluded.json
      """;

  private final SourceKind kind;
  private final Map<String, Held> held;
  private final PreparedStatement upsert;
  private final StagedRows staged;
  private int batched;

  /**
   * @param folder where rows are put aside
   */
  RecordTable(Connection connection, SourceKind kind, Path folder)
      throws IOException, SQLException {
    this.kind = kind;
    this.held = load(connection, kind);
    this.upsert = connection.prepareStatement(UPSERT);
    this.staged = new StagedRows(folder);
  }

  /** Which record, and from where. */
  record Place(String id, String source, String key) {}

  /**
   * What the catalogue holds of a record.
   *
   * @param revision its revision
   * @param asOf day of that revision
   * @param sha256 of its canonical JSON
   * @param source its source's name
   */
  record Held(int revision, LocalDate asOf, String sha256, String source) {}

  /** A record as a row, on its way to the table and never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(
      Place identity, String type, int revision, LocalDate asOf, String sha256, byte[] json) {}

  private static Map<String, Held> load(Connection connection, SourceKind kind)
      throws SQLException {
    Map<String, Held> held = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, revision, as_of, sha256, source FROM record WHERE kind = ?")) {
      select.setString(1, kind.code());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDate asOf = LocalDate.parse(row.getString(3));
          held.put(
              row.getString(1), new Held(row.getInt(2), asOf, row.getString(4), row.getString(5)));
        }
      }
    }
    return held;
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
          EncodedRecord revised = revised(row.getBytes(1), revision);
          update.setInt(1, revision);
          update.setString(2, revised.sha256Hex());
          update.setBytes(3, revised.json());
          update.setString(4, id);
          update.executeUpdate();
        }
      }
    }
  }

  private static EncodedRecord revised(byte[] json, int revision) throws IOException {
    ObjectNode record = (ObjectNode) JsonMapper.shared().readTree(json);
    ((ObjectNode) record.path("header")).put("revision", revision);
    try {
      return RecordCodec.encoded(RecordCodec.decode(JsonMapper.shared().writeValueAsBytes(record)));
    } catch (MalformedRecordException e) {
      throw new IOException("a record of the catalogue is damaged", e);
    }
  }

  /** Id → what the catalogue held of it when the import began. */
  Map<String, Held> held() {
    return held;
  }

  void put(Stored row) throws SQLException {
    try {
      staged.add(row);
    } catch (IOException e) {
      throw new SQLException("a row cannot be put aside", e); // no trouble of the source's
    }
  }

  private void write(Stored row) throws SQLException {
    upsert.setString(1, row.identity().id());
    upsert.setString(2, row.type());
    upsert.setString(3, kind.code());
    upsert.setString(4, row.identity().source());
    upsert.setString(5, row.identity().key());
    upsert.setInt(6, row.revision());
    upsert.setString(7, row.asOf().toString());
    upsert.setString(8, row.sha256());
    upsert.setBytes(9, row.json());
    upsert.addBatch();
    batched++;
    if (batched % BATCH == 0) {
      upsert.executeBatch();
    }
  }

  /** Writes all of them; in the caller's transaction. */
  void flush() throws IOException, SQLException {
    staged.forEach(this::write);
    upsert.executeBatch();
  }

  @Override
  public void close() throws IOException, SQLException {
    staged.close();
    upsert.close();
  }
}
