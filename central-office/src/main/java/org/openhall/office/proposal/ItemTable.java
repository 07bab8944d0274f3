package org.openhall.office.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.RecordRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of items and of their earlier drafts, by a client that has a transaction or none. */
final class ItemTable {
  private static final byte[] NOTHING = {};
  private static final String SELECT =
      "SELECT record_id, base, revision, type, kind, source, key, as_of, sha256, title, saved_at,"
          + " json, proposal FROM proposal_item ";

  private final JdbcClient client;

  ItemTable(JdbcClient client) {
    this.client = client;
  }

  /** Adds an item, or puts it in the place of the one of the same record. */
  void put(Item item) {
    RecordRow row = item.row();
    client
        .sql(
            """
            INSERT INTO proposal_item (proposal, record_id, base, revision, type, kind, source,
              key, as_of, sha256, title, saved_at, json)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (proposal, record_id) DO UPDATE SET base = excluded.base,
              revision = excluded.revision, type = excluded.type, kind = excluded.kind,
              source = excluded.source, key = excluded.key, as_of = excluded.as_of,
              sha256 = excluded.sha256, title = excluded.title, saved_at = excluded.saved_at,
              json = excluded.json
            """)
        .params(
            item.proposal(),
            item.recordId(),
            item.base(),
            row.revision(),
            row.record().type(),
            row.kind(),
            row.source(),
            row.key(),
            row.asOf().toString(),
            row.sha256(),
            item.title(),
            item.savedAt().toString())
        .param(item.isRemoval() ? null : row.record().json())
        .update();
  }

  boolean drop(long proposal, String recordId) {
    return client
            .sql("DELETE FROM proposal_item WHERE proposal = ? AND record_id = ?")
            .params(proposal, recordId)
            .update()
        == 1;
  }

  Optional<Item> find(long proposal, String recordId) {
    return client
        .sql(SELECT + "WHERE proposal = ? AND record_id = ?")
        .params(proposal, recordId)
        .query(ItemTable::read)
        .optional();
  }

  /** The next items by record id, which begin after that of the last one seen. */
  List<Item> after(long proposal, String recordId, int limit) {
    return client
        .sql(SELECT + "WHERE proposal = ? AND record_id > ? ORDER BY record_id LIMIT ?")
        .params(proposal, recordId, limit)
        .query(ItemTable::read)
        .list();
  }

  /** Items in an order that has nothing to do with them, the same each time. */
  List<Item> sample(long proposal, int most) {
    return client
        .sql(SELECT + "WHERE proposal = ? ORDER BY sha256, record_id LIMIT ?")
        .params(proposal, most)
        .query(ItemTable::read)
        .list();
  }

  Counts counts(long proposal) {
    return client
        .sql(
            "SELECT count(CASE WHEN base = 0 AND json IS NOT NULL THEN 1 END),"
                + " count(CASE WHEN base > 0 AND json IS NOT NULL THEN 1 END),"
                + " count(CASE WHEN json IS NULL THEN 1 END)"
                + " FROM proposal_item WHERE proposal = ?")
        .param(proposal)
        .query((row, _) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  /** Items whose record the catalogue holds in another version than the one they rest on. */
  List<Conflict> conflicts(long proposal, int limit) {
    return client
        .sql(
            "SELECT i.record_id, i.title, i.base, coalesce(r.revision, 0) FROM proposal_item i"
                + " LEFT JOIN record r ON r.id = i.record_id"
                + " WHERE i.proposal = ? AND i.base <> coalesce(r.revision, 0)"
                + " ORDER BY i.record_id LIMIT ?")
        .params(proposal, limit)
        .query((row, _) ->
            new Conflict(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /** Keeps what an item says now as an earlier draft, unless it says the same afterwards. */
  void keepDraft(long proposal, String recordId, String nextSha256) {
    client
        .sql(
            "INSERT INTO proposal_draft (proposal, record_id, saved_at, json)"
                + " SELECT proposal, record_id, saved_at, json FROM proposal_item"
                + " WHERE proposal = ? AND record_id = ? AND json IS NOT NULL AND sha256 <> ?")
        .params(proposal, recordId, nextSha256)
        .update();
  }

  /** The earlier drafts of an item, the newest first. */
  List<DraftVersion> drafts(long proposal, String recordId) {
    return client
        .sql(
            "SELECT number, saved_at, json FROM proposal_draft"
                + " WHERE proposal = ? AND record_id = ? ORDER BY number DESC")
        .params(proposal, recordId)
        .query((row, _) ->
            new DraftVersion(row.getLong(1), Instant.parse(row.getString(2)), row.getBytes(3)))
        .list();
  }

  void dropDraft(long number) {
    client.sql("DELETE FROM proposal_draft WHERE number = ?").param(number).update();
  }

  void dropDrafts(long proposal) {
    client.sql("DELETE FROM proposal_draft WHERE proposal = ?").param(proposal).update();
  }

  private static Item read(ResultSet row, int number) throws SQLException {
    byte @Nullable [] json = row.getBytes(12);
    return new Item(
        row.getLong(13),
        row.getInt(2),
        Instant.parse(row.getString(11)),
        row.getString(10),
        new RecordRow(
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getInt(3),
            LocalDate.parse(row.getString(8)),
            row.getString(9),
            new EncodedRecord(row.getString(4), row.getString(1), json == null ? NOTHING : json)),
        json == null);
  }
}
