package org.openhall.office.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.database.OfficeDatabase;

/** What the catalogue holds and held of single records. */
public final class RecordHistory {
  private static final String VERSIONS =
      "SELECT id, type, revision, as_of, sha256, json, 1 AS present FROM record WHERE id = ?"
          + " UNION ALL SELECT id, type, revision, as_of, sha256, json, 0 FROM record_version"
          + " WHERE id = ?";

  private final OfficeDatabase database;

  RecordHistory(OfficeDatabase database) {
    this.database = database;
  }

  /** The record as the catalogue holds it. */
  public Optional<EncodedRecord> present(String id) {
    return database
        .client()
        .sql("SELECT id, type, json FROM record WHERE id = ?")
        .param(id)
        .query((row, _) -> encoded(row))
        .optional();
  }

  /** The record as it is or was under a revision. */
  public Optional<EncodedRecord> version(String id, int revision) {
    return database
        .client()
        .sql(
            "SELECT id, type, json FROM ("
                + VERSIONS
                + ") AS version WHERE revision = ? ORDER BY present DESC LIMIT 1")
        .params(id, id, revision)
        .query((row, _) -> encoded(row))
        .optional();
  }

  /** All versions, the present or last one first; none where the catalogue never had it. */
  public List<RecordVersion> versions(String id) {
    String released = released(id);
    return database
        .client()
        .sql(
            "SELECT v.revision, v.as_of, v.sha256, v.present, a.id AS proposal, a.author,"
                + " (SELECT who FROM proposal_decision d WHERE d.proposal = a.id"
                + " AND d.outcome = 'approved') AS reviewer, (SELECT max(number) FROM release"
                + " WHERE published_at IS NOT NULL) AS latest FROM ("
                + VERSIONS
                + ") AS v LEFT JOIN (SELECT i.record_id, i.sha256, q.id, q.author"
                + " FROM proposal_item i JOIN proposal q ON q.id = i.proposal"
                + " WHERE i.record_id = ? AND i.json IS NOT NULL"
                + " AND q.state IN ('approved', 'undone')) AS a ON a.sha256 = v.sha256"
                + " ORDER BY v.present DESC, v.revision DESC")
        .params(id, id, id)
        .query((row, _) -> version(row, released))
        .list();
  }

  /** The hash of what the present release has of a record; empty where it has none. */
  private String released(String id) {
    return database
        .client()
        .sql("SELECT sha256 FROM published_record WHERE channel = 'city' AND id = ?")
        .param(id)
        .query((row, _) -> HexFormat.of().formatHex(row.getBytes(1)))
        .optional()
        .orElse("");
  }

  private static RecordVersion version(ResultSet row, String released) throws SQLException {
    @Nullable String author = row.getString("author");
    return new RecordVersion(
        row.getInt("revision"),
        row.getString("as_of"),
        row.getInt("present") == 1,
        row.getString("sha256").equals(released) ? (Long) row.getLong("latest") : null,
        author == null ? null : (Long) row.getLong("proposal"),
        author,
        row.getString("reviewer"));
  }

  private static EncodedRecord encoded(ResultSet row) throws SQLException {
    return new EncodedRecord(row.getString("type"), row.getString("id"), row.getBytes("json"));
  }
}
