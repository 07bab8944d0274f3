package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.Limits;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.Violation;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Finding.Kind;

/**
 * One import: gives every draft its revision, keeps records within the limits, and counts. A record
 * is unchanged when it is the same, byte for byte, under the revision and day that the catalogue
 * holds.
 */
final class ImportSession implements Intake, AutoCloseable {
  private final SourceKind kind;
  private final LocalDate today;
  private final RecordTable table;
  private final Runnable afterRow;
  private final Findings findings = new Findings();
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final Set<String> sources = new HashSet<>();
  private long added;
  private long changed;
  private long unchanged;

  ImportSession(RecordTable table, SourceKind kind, LocalDate today, Runnable afterRow) {
    this.kind = kind;
    this.today = today;
    this.table = table;
    this.afterRow = afterRow;
  }

  @Override
  public LocalDate today() {
    return today;
  }

  @Override
  public Row row(int number) {
    return new Row(number, findings);
  }

  @Override
  public void refuse(int row, RefusedRowException reason) {
    findings.add(reason.kind(), row, reason.field(), reason.detail());
    afterRow.run();
  }

  @Override
  public void take(Draft draft) throws SQLException {
    try {
      store(draft);
      afterRow.run();
    } catch (RefusedRowException reason) {
      refuse(draft.row(), reason);
    }
  }

  private void store(Draft draft) throws RefusedRowException, SQLException {
    requireNew(draft);
    RecordTable.Held held = table.held().get(draft.identity().id());
    ContentRecord record =
        held == null
            ? record(draft, table.firstRevision(draft.identity().id()), today)
            : record(draft, held.revision(), held.asOf());
    requireWithinLimits(record);
    if (draft.row() > 0) {
      sources.add(draft.identity().source());
    }
    MissingFields.of(record).forEach(findings::missing);
    put(draft, record, held);
  }

  private void requireNew(Draft draft) throws RefusedRowException {
    Integer earlier = rowOfId.putIfAbsent(draft.identity().id(), draft.row());
    if (earlier != null) {
      throw new RefusedRowException(
          Kind.DUPLICATE_KEY, "", draft.identity().key() + " = " + earlier);
    }
  }

  private void put(Draft draft, ContentRecord record, RecordTable.@Nullable Held held)
      throws RefusedRowException, SQLException {
    EncodedRecord encoded = RecordCodec.encoded(record);
    if (held == null) {
      added++;
      put(draft, record.header().revision(), encoded);
    } else if (held.sha256().equals(encoded.sha256Hex())) {
      unchanged++;
    } else {
      changed++;
      int revision = held.revision() + 1;
      put(draft, revision, RecordCodec.encoded(record(draft, revision, today)));
    }
  }

  private ContentRecord record(Draft draft, int revision, LocalDate asOf)
      throws RefusedRowException {
    Draft.Identity identity = draft.identity();
    boolean sample = kind == SourceKind.SAMPLE;
    Origin origin = new Origin(identity.source(), identity.key(), identity.sha256(), asOf, sample);
    return draft
        .form()
        .with(
            new RecordHeader(identity.id(), revision, identity.departmentId(), null, null, origin));
  }

  private static void requireWithinLimits(ContentRecord record) throws RefusedRowException {
    List<Violation> violations = Limits.check(record);
    if (!violations.isEmpty()) {
      Violation first = violations.getFirst();
      throw new RefusedRowException(
          Kind.OUT_OF_LIMITS,
          first.field(),
          first.rule() + ", " + first.actual() + "/" + first.limit());
    }
  }

  private void put(Draft draft, int revision, EncodedRecord encoded) throws SQLException {
    table.put(
        new RecordRow(
            kind.code(),
            draft.identity().source(),
            draft.identity().key(),
            revision,
            today,
            encoded.sha256Hex(),
            encoded));
  }

  /** Writes all records in the transaction that the caller has begun, and counts up. */
  ImportReport.Tally finish() throws IOException, SQLException {
    table.flush();
    long absent =
        table.held().entrySet().stream()
            .filter(held -> sources.contains(held.getValue().source()))
            .filter(held -> !rowOfId.containsKey(held.getKey()))
            .count();
    return new ImportReport.Tally(
        added,
        changed,
        unchanged,
        findings.repaired(),
        findings.refused(),
        findings.warnings(),
        absent);
  }

  Findings findings() {
    return findings;
  }

  @Override
  public void close() throws IOException, SQLException {
    table.close();
  }
}
