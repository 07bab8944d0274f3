package org.openhall.content.store;

import com.github.luben.zstd.ZstdException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.StateDigest;

/** Runs the snapshot's queries and checks the records that they bring up. */
final class Rows {
  /** Condition of one parameter, the day: the row may be shown. */
  static final String EFFECTIVE = " ? BETWEEN effective_from AND effective_until ";

  /** Columns that {@link #record} reads. */
  static final String RECORD_COLUMNS =
      "record.id, record.effective_from, record.effective_until, record.sha256,"
          + " record.packed_from, record.json";

  private static final List<String> HIDEABLE = List.of("record", "title");

  /** Reads one row. */
  interface Form<T> {
    T read(ResultSet row) throws SQLException, UnreadableSnapshotException;
  }

  private final Unpacking unpacking = new Unpacking();
  private final Statements statements;
  private final Clock clock;
  private final ReleaseInfo release;

  private Rows(Connection connection, Clock clock) throws UnreadableSnapshotException {
    this.statements = new Statements(connection);
    this.clock = clock;
    this.release =
        first("SELECT * FROM release", ReleaseRow::read)
            .orElseThrow(() -> new UnreadableSnapshotException("It names no release", null));
  }

  /** Takes over the connection, and closes it if it does not lead to a snapshot. */
  static Rows of(Connection connection, Clock clock)
      throws SQLException, UnreadableSnapshotException {
    try {
      return new Rows(connection, clock);
    } catch (UnreadableSnapshotException e) {
      connection.close();
      throw e;
    }
  }

  ReleaseInfo release() {
    return release;
  }

  /** Reads the whole file: its pages, then every record, title and name against its hash. */
  void verify() throws UnreadableSnapshotException {
    String pages = first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
    if (!pages.equals("ok")) {
      throw new UnreadableSnapshotException("The snapshot is damaged: " + pages, null);
    }
    scan("SELECT " + RECORD_COLUMNS + " FROM record", this::isSound);
    scan(
        "SELECT " + TitleRow.COLUMNS + ", words.* FROM title JOIN words USING (n)",
        row -> {
          TitleRow _ = TitleRow.read(row);
          String _ = SearchRows.names(row);
          return true;
        });
  }

  /** The digest over the records of a channel, as far as their hashes are right. */
  String stateDigest(String channel) throws UnreadableSnapshotException {
    StateDigest digest = new StateDigest();
    scan(
        "SELECT id, sha256 FROM record WHERE channel = ? ORDER BY id",
        row -> {
          digest.add(row.getString("id"), row.getBytes("sha256"));
          return true;
        },
        channel);
    return digest.hex();
  }

  String today() {
    return LocalDate.now(clock).toString();
  }

  Optional<ContentRecord> find(String id) throws UnreadableSnapshotException {
    return first(
        "SELECT " + RECORD_COLUMNS + " FROM record WHERE id = ? AND" + EFFECTIVE,
        this::record,
        id,
        today());
  }

  /** The records of one type that a query of {@link #RECORD_COLUMNS} brings up. */
  <T extends ContentRecord> List<T> records(Class<T> type, String sql, @Nullable Object... values)
      throws UnreadableSnapshotException {
    List<T> records = new ArrayList<>();
    for (ContentRecord record : list(sql, this::record, values)) {
      if (type.isInstance(record)) {
        records.add(type.cast(record));
      }
    }
    return records;
  }

  /** The record of a row, checked against its hash, with what the row says of it. */
  ContentRecord record(ResultSet row) throws SQLException, DamagedRecordException {
    String id = row.getString("id");
    try {
      ContentRecord record = RecordCodec.decode(unpacking.json(row));
      if (!isOf(row, record.header())) {
        throw new DamagedRecordException(id);
      }
      return record;
    } catch (MalformedRecordException | ZstdException e) {
      throw new DamagedRecordException(id);
    }
  }

  private static boolean isOf(ResultSet row, RecordHeader header) throws SQLException {
    return header.id().equals(row.getString("id"))
        && RecordTables.from(header).equals(row.getString("effective_from"))
        && RecordTables.until(header).equals(row.getString("effective_until"));
  }

  private boolean isSound(ResultSet row) throws SQLException, DamagedRecordException {
    record(row);
    return true;
  }

  /** Unpacks bytes whose length before was noted; throws ZstdException if they are damaged. */
  byte[] unpack(byte[] bytes, int packedFrom) {
    return unpacking.unpack(bytes, packedFrom);
  }

  /** Looks at rows one by one until the visitor says false. */
  void scan(String sql, Form<Boolean> visitor, @Nullable Object... values)
      throws UnreadableSnapshotException {
    try {
      PreparedStatement statement = statements.take(sql);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next() && visitor.read(row)) {
          // the visitor has done it
        }
      }
      statements.giveBack(sql, statement);
    } catch (SQLException e) {
      throw new UnreadableSnapshotException("The snapshot cannot be read: " + e.getMessage(), e);
    }
  }

  <T> Optional<T> first(String sql, Form<T> form, @Nullable Object... values)
      throws UnreadableSnapshotException {
    return list(sql, form, values).stream().findFirst();
  }

  <T> List<T> list(String sql, Form<T> form, @Nullable Object... values)
      throws UnreadableSnapshotException {
    List<T> list = new ArrayList<>();
    scan(sql, row -> list.add(form.read(row)), values);
    return list;
  }

  /**
   * From now on no query sees these records: views of the same names stand before the tables. The
   * file is not touched. Without ids the tables are seen again, at no cost.
   */
  void hide(Set<String> ids) throws UnreadableSnapshotException {
    try {
      for (String table : HIDEABLE) {
        statements.run("DROP VIEW IF EXISTS temp." + table);
      }
      statements.run("CREATE TEMP TABLE IF NOT EXISTS withdrawn (id TEXT PRIMARY KEY)");
      statements.run("DELETE FROM temp.withdrawn");
      for (String id : ids) {
        statements.run("INSERT INTO temp.withdrawn VALUES (?)", id);
      }
      for (String table : ids.isEmpty() ? List.<String>of() : HIDEABLE) {
        statements.run(
            "CREATE TEMP VIEW %1$s AS SELECT * FROM main.%1$s".formatted(table)
                + " WHERE id NOT IN (SELECT id FROM temp.withdrawn)");
      }
    } catch (SQLException e) {
      throw new UnreadableSnapshotException("Records cannot be withdrawn", e);
    }
  }

  /** Whether there is such a record, effective or not. */
  boolean holds(String id) throws UnreadableSnapshotException {
    return first("SELECT 1 FROM main.record WHERE id = ?", row -> true, id).isPresent();
  }

  /** The revision of a record, 0 where it is damaged, empty where there is none. */
  OptionalInt revision(String id) throws UnreadableSnapshotException {
    try {
      return list(
              "SELECT " + RECORD_COLUMNS + " FROM main.record WHERE id = ?",
              row -> record(row).header().revision(),
              id)
          .stream()
          .mapToInt(Integer::intValue)
          .findFirst();
    } catch (DamagedRecordException e) {
      return OptionalInt.of(0);
    }
  }

  void close() throws UnreadableSnapshotException {
    try (unpacking) {
      statements.close();
    } catch (SQLException e) {
      throw new UnreadableSnapshotException("The snapshot cannot be closed", e);
    }
  }
}
