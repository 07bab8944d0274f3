package org.openhall.office.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.RecordRow;
import org.openhall.office.catalog.RecordTitle;
import org.openhall.office.catalog.Revised;
import org.openhall.office.text.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes of a change what the catalogue will hold: revision, day and origin are settled here. */
final class ItemMaker {
  private static final byte[] NOTHING = {};

  private final JdbcClient client;
  private final Proposal proposal;
  private final Instant now;

  ItemMaker(JdbcClient client, Proposal proposal, Instant now) {
    this.client = client;
    this.proposal = proposal;
    this.now = now;
  }

  Item of(Change change) {
    return switch (change) {
      case Change.Put put -> put(put);
      case Change.Removal removal -> removal(removal);
    };
  }

  private Item put(Change.Put put) {
    String id = put.recordId();
    LocalDate today = LocalDate.ofInstant(now, OfficeTime.ZONE);
    int revision = Math.max(put.base(), lastRevision(id)) + 1;
    EncodedRecord encoded = Revised.of(put.record(), revision, today);
    String kind = held(id).map(RecordRow::kind).orElse(proposal.origin().code());
    @Nullable String key = put.record().header().origin().key();
    RecordRow row =
        new RecordRow(
            kind,
            put.record().header().origin().source(),
            key == null ? id : key,
            revision,
            today,
            encoded.sha256Hex(),
            encoded);
    return new Item(proposal.id(), put.base(), now, RecordTitle.of(put.record()), row, false);
  }

  /** Of a record that is gone already nothing is known but its id; that becomes a conflict. */
  private Item removal(Change.Removal removal) {
    String id = removal.recordId();
    RecordRow row =
        held(id)
            .orElseGet(() ->
                new RecordRow(
                    "",
                    "",
                    "",
                    removal.base(),
                    LocalDate.ofInstant(now, OfficeTime.ZONE),
                    "",
                    new EncodedRecord("", id, NOTHING)));
    return new Item(proposal.id(), removal.base(), now, title(id), row, true);
  }

  private String title(String id) {
    return client
        .sql("SELECT title FROM record_line WHERE id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse(id);
  }

  private int lastRevision(String id) {
    return client
        .sql("SELECT coalesce(max(revision), 0) FROM record_version WHERE id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private Optional<RecordRow> held(String id) {
    return client
        .sql("SELECT kind, source, key, revision, as_of, sha256, type FROM record WHERE id = ?")
        .param(id)
        .query((row, _) -> held(id, row))
        .optional();
  }

  private static RecordRow held(String id, ResultSet row) throws SQLException {
    return new RecordRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        LocalDate.parse(row.getString(5)),
        row.getString(6),
        new EncodedRecord(row.getString(7), id, NOTHING));
  }
}
