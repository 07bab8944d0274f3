package org.openhall.office.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.file.FileKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The tables of uploads, and of what columns were said to be. */
final class UploadTable {
  private static final String SELECT =
      "SELECT id, file, sha256, bytes, file_kind, source, person, at, part, mapping, report,"
          + " proposal FROM upload ";

  private final JdbcClient client;

  UploadTable(JdbcClient client) {
    this.client = client;
  }

  long add(Upload upload) {
    GeneratedKeyHolder keys = new GeneratedKeyHolder();
    client
        .sql(
            "INSERT INTO upload (file, sha256, bytes, file_kind, source, person, at, part)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            upload.file(),
            upload.sha256(),
            upload.bytes(),
            upload.kind().name(),
            upload.source(),
            upload.person(),
            upload.at().toString(),
            upload.part())
        .update(keys, "id");
    return java.util.Objects.requireNonNull(keys.getKey()).longValue();
  }

  Optional<Upload> find(long id) {
    return client.sql(SELECT + "WHERE id = ?").param(id).query((r, _) -> upload(r)).optional();
  }

  List<Upload> newest(int limit) {
    return client
        .sql(SELECT + "ORDER BY id DESC LIMIT ?")
        .param(limit)
        .query((r, _) -> upload(r))
        .list();
  }

  List<Upload> of(String source, int limit) {
    return client
        .sql(SELECT + "WHERE source = ? ORDER BY id DESC LIMIT ?")
        .params(source, limit)
        .query((r, _) -> upload(r))
        .list();
  }

  List<String> sources() {
    return client
        .sql("SELECT DISTINCT source FROM upload ORDER BY source")
        .query((row, _) -> row.getString(1))
        .list();
  }

  void mapped(long id, int part, Mapping mapping) {
    client
        .sql("UPDATE upload SET part = ?, mapping = ?, report = NULL WHERE id = ?")
        .params(part, mapping.json(), id)
        .update();
  }

  void reported(long id, UploadReport report) {
    client.sql("UPDATE upload SET report = ? WHERE id = ?").params(report.json(), id).update();
  }

  /** Whether it was this call that made it a proposal. */
  boolean proposed(long id, long proposal) {
    return client
            .sql("UPDATE upload SET proposal = ? WHERE id = ? AND proposal IS NULL")
            .params(proposal, id)
            .update()
        == 1;
  }

  /** Those that became no proposal and were brought before this time. */
  List<Long> abandoned(Instant before) {
    return client
        .sql("SELECT id FROM upload WHERE proposal IS NULL AND at < ? ORDER BY id")
        .param(before.toString())
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Whether it was this call that took it away; one that has become a proposal stays. */
  boolean drop(long id) {
    return client.sql("DELETE FROM upload WHERE id = ? AND proposal IS NULL").param(id).update()
        == 1;
  }

  private static Upload upload(ResultSet row) throws SQLException {
    @Nullable String mapping = row.getString("mapping");
    @Nullable String report = row.getString("report");
    long proposal = row.getLong("proposal");
    return new Upload(
        row.getLong("id"),
        row.getString("file"),
        row.getString("sha256"),
        row.getLong("bytes"),
        FileKind.valueOf(row.getString("file_kind")),
        row.getString("source"),
        row.getString("person"),
        Instant.parse(row.getString("at")),
        row.getInt("part"),
        mapping == null ? null : Mapping.of(mapping),
        report == null ? null : UploadReport.ofJson(report),
        proposal == 0 ? null : proposal);
  }

  /** Column → field, as last said for records of this type of this source. */
  Map<String, String> remembered(String source, RecordFields fields) {
    Map<String, String> remembered = new HashMap<>();
    client
        .sql("SELECT name, field FROM upload_column WHERE source = ? AND type = ?")
        .params(source, fields.type())
        .query(row -> {
          remembered.put(row.getString(1), row.getString(2));
        });
    return remembered;
  }

  /** The type that was last said for this source. */
  Optional<RecordFields> rememberedType(String source) {
    return client
        .sql(
            "SELECT mapping FROM upload WHERE source = ? AND mapping IS NOT NULL"
                + " ORDER BY id DESC LIMIT 1")
        .param(source)
        .query((row, _) -> row.getString(1))
        .optional()
        .map(json -> Mapping.of(json).fields());
  }

  void remember(String source, RecordFields fields, List<String> columns, Mapping mapping) {
    for (String column : columns) {
      client
          .sql(
              "INSERT INTO upload_column (source, type, name, field) VALUES (?, ?, ?, ?)"
                  + " ON CONFLICT (source, type, name) DO UPDATE SET field = excluded.field")
          .params(source, fields.type(), column, mapping.columns().getOrDefault(column, ""))
          .update();
    }
  }
}
