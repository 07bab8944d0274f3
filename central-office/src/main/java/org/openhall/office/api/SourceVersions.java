package org.openhall.office.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Digest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.text.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the office holds of each record what its source pushed last (信息同源): content is compared,
 * without revision and day, so that neither an edit nor a push that waits is overlooked.
 */
public final class SourceVersions {
  private static final String SELECT =
      "SELECT v.record_id, v.source, v.key, v.title, v.sha256, v.content, v.at, r.revision, r.as_of,"
          + " r.json, p.state FROM source_version v LEFT JOIN record r ON r.id = v.record_id"
          + " LEFT JOIN proposal p ON p.id = v.proposal ";

  private final OfficeDatabase database;
  private final Clock clock;

  public SourceVersions(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How a record stands to its source. */
  public enum Standing {
    /** The office holds what was pushed last. */
    EQUAL,
    /** What was pushed last waits for its review. */
    WAITS,
    /** What was pushed last went back in its review. */
    NOT_TAKEN,
    /** The office has changed it since. */
    CHANGED_HERE
  }

  /**
   * One record and its source.
   *
   * @param sha256 of what the source pushed last
   * @param pushedAt when
   * @param revision that the catalogue holds, 0 where it has none
   * @param since since when it is not equal, or null where it is
   */
  public record Version(
      String recordId,
      String source,
      String key,
      String title,
      String sha256,
      Instant pushedAt,
      int revision,
      Standing standing,
      @Nullable String since) {}

  /** Notes what a source pushed. */
  void pushed(JdbcClient client, ContentRecord record, String title, long proposal) {
    String key = record.header().origin().key();
    note(
        client,
        record.header().id(),
        new String[] {
          record.header().origin().source(),
          key == null ? "" : key,
          title,
          record.header().origin().sha256(),
          content(RecordCodec.encode(record))
        },
        proposal);
  }

  /** Notes that a source has it no more. */
  void removed(JdbcClient client, Version version, long proposal) {
    note(
        client,
        version.recordId(),
        new String[] {version.source(), version.key(), version.title(), "", ""},
        proposal);
  }

  private void note(JdbcClient client, String recordId, String[] values, long proposal) {
    client
        .sql(
            """
            INSERT INTO source_version (record_id, source, key, title, sha256, content, at, proposal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (record_id) DO UPDATE SET source = excluded.source, key = excluded.key,
              title = excluded.title, sha256 = excluded.sha256, content = excluded.content,
              at = excluded.at, proposal = excluded.proposal
            """)
        .param(recordId)
        .params(List.of(values))
        .param(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .param(proposal == 0 ? null : proposal)
        .update();
  }

  private static String content(byte[] json) {
    ObjectNode record = (ObjectNode) JsonMapper.shared().readTree(json);
    ObjectNode header = (ObjectNode) record.path("header");
    header.remove("revision");
    header.remove("origin");
    return Digest.of(record.toString());
  }

  /** That of a key. */
  public Optional<Version> of(String source, String key) {
    return database
        .client()
        .sql(SELECT + "WHERE v.source = ? AND v.key = ?")
        .params(source, key)
        .query((row, _) -> version(row))
        .optional();
  }

  /**
   * Those of all sources by source and key, a page at a time.
   *
   * @param afterId id that all of them come after; empty to begin
   */
  public List<Version> page(String afterId, int limit) {
    return database
        .client()
        .sql(SELECT + "WHERE v.record_id > ? ORDER BY v.record_id LIMIT ?")
        .params(afterId, limit)
        .query((row, _) -> version(row))
        .list();
  }

  private static Version version(ResultSet row) throws SQLException {
    byte @Nullable [] json = row.getBytes("json");
    String content = row.getString("content");
    String at = row.getString("at");
    boolean isEqual = json == null ? content.isEmpty() : content.equals(content(json));
    Standing standing = isEqual ? Standing.EQUAL : unequal(row.getString("state"));
    @Nullable String asOf = row.getString("as_of");
    String pushedOn = LocalDate.ofInstant(Instant.parse(at), OfficeTime.ZONE).toString();
    boolean isChangedHere = standing == Standing.CHANGED_HERE && asOf != null;
    return new Version(
        row.getString("record_id"),
        row.getString("source"),
        row.getString("key"),
        row.getString("title"),
        row.getString("sha256"),
        Instant.parse(at),
        row.getInt("revision"),
        standing,
        isEqual ? null : isChangedHere ? asOf : pushedOn);
  }

  /** Why the catalogue holds something else than what was pushed by a proposal of this state. */
  private static Standing unequal(@Nullable String proposalState) {
    return switch (proposalState) {
      case "open", "submitted" -> Standing.WAITS;
      case "returned", "discarded" -> Standing.NOT_TAKEN;
      case null, default -> Standing.CHANGED_HERE;
    };
  }
}
