package org.openhall.office.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Writes records in its caller's transaction, in batches. What is replaced or removed stays as an
 * earlier version, by the database's own doing.
 */
public final class RecordWriter implements AutoCloseable {
  private static final int BATCH = 500;
  private static final String UPSERT =
      """
      INSERT INTO record (id, type, kind, source, key, revision, as_of, sha256, json)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET type = excluded.type, kind = excluded.kind,
        source = excluded.source, key = excluded.key, revision = excluded.revision,
        as_of = excluded.as_of, sha256 = excluded.sha256, json = excluded.json
      """;

  private final PreparedStatement upsert;
  private final PreparedStatement delete;
  private int batched;

  /** Nobody else may give records revisions meanwhile: {@code Turn.IMPORT} is the caller's. */
  public RecordWriter(Connection connection) throws SQLException {
    this.upsert = connection.prepareStatement(UPSERT);
    this.delete = connection.prepareStatement("DELETE FROM record WHERE id = ?");
  }

  /** Adds a record, or puts it in the place of the one with its id. */
  public void put(RecordRow row) throws SQLException {
    upsert.setString(1, row.record().id());
    upsert.setString(2, row.record().type());
    upsert.setString(3, row.kind());
    upsert.setString(4, row.source());
    upsert.setString(5, row.key());
    upsert.setInt(6, row.revision());
    upsert.setString(7, row.asOf().toString());
    upsert.setString(8, row.sha256());
    upsert.setBytes(9, row.record().json());
    upsert.addBatch();
    batched++;
    if (batched % BATCH == 0) {
      upsert.executeBatch();
    }
  }

  /** Removes a record; its revisions stay taken. */
  public void remove(String id) throws SQLException {
    delete.setString(1, id);
    delete.executeUpdate();
  }

  /** Writes what waits. */
  public void finish() throws SQLException {
    upsert.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    upsert.close();
    delete.close();
  }
}
