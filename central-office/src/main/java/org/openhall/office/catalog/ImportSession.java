package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Shelf shelf;
  private final Edits edits;
  private final Runnable afterRow;
  private final Findings findings = new Findings();
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final Set<String> sources = new HashSet<>();
  private long added;
  private long changed;
  private long unchanged;
  private long kept;

  ImportSession(Shelf shelf, SourceKind kind, LocalDate today, Edits edits, Runnable afterRow) {
    this.kind = kind;
    this.today = today;
    this.shelf = shelf;
    this.edits = edits;
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
  public Optional<byte[]> current(String id) throws SQLException {
    return shelf.json(id);
  }

  @Override
  public void refuse(int row, RefusedRowException reason) {
    findings.add(reason.kind(), row, reason.field(), reason.detail());
    afterRow.run();
  }

  @Override
  public Taken take(Draft draft) throws SQLException {
    try {
      Taken taken = store(draft);
      afterRow.run();
      return taken;
    } catch (RefusedRowException reason) {
      refuse(draft.row(), reason);
      return new Taken.Refused(reason);
    }
  }

  private Taken store(Draft draft) throws RefusedRowException, SQLException {
    requireNew(draft);
    Optional<Shelf.Held> held = shelf.held(draft.identity().id());
    ContentRecord record =
        held.isEmpty()
            ? record(draft, shelf.firstRevision(draft.identity().id()), today)
            : record(draft, held.get().revision(), held.get().asOf());
    requireWithinLimits(record);
    if (draft.row() > 0) {
      sources.add(draft.identity().source());
    }
    MissingFields.of(record).forEach(findings::missing);
    return put(draft, record, held);
  }

  private void requireNew(Draft draft) throws RefusedRowException {
    Integer earlier = rowOfId.putIfAbsent(draft.identity().id(), draft.row());
    if (earlier != null) {
      throw new RefusedRowException(
          Kind.DUPLICATE_KEY, "", draft.identity().key() + " = " + earlier);
    }
  }

  private Taken put(Draft draft, ContentRecord record, Optional<Shelf.Held> held)
      throws RefusedRowException, SQLException {
    EncodedRecord encoded = RecordCodec.encoded(record);
    boolean isAsHeld = held.isPresent() && held.get().isOf(encoded);
    Optional<DeskEdits.Edit> edit =
        isAsHeld || edits.areOverwritten() ? Optional.empty() : shelf.edit(draft.identity().id());
    if (edit.isPresent()) {
      keep(draft, encoded, edit.get(), held);
      return new Taken.Unchanged(record);
    } else if (held.isEmpty()) {
      added++;
      put(draft, record.header().revision(), 0, encoded);
      return new Taken.Added(record);
    } else if (isAsHeld) {
      unchanged++;
      return new Taken.Unchanged(record);
    }
    changed++;
    int base = held.get().revision();
    put(draft, base + 1, base, RecordCodec.encoded(record(draft, base + 1, today)));
    return new Taken.Changed(record);
  }

  /**
   * The desk's version stays and is named; what the source has anew is for a person to decide on.
   */
  private void keep(
      Draft draft, EncodedRecord source, DeskEdits.Edit edit, Optional<Shelf.Held> held)
      throws RefusedRowException, SQLException {
    Draft.Identity identity = draft.identity();
    kept++;
    if (edit.isRemoved()) {
      findings.add(Kind.EDITED_HERE, draft.row(), "", identity.id() + " –");
    }
    edit.differing(source.json())
        .forEach((field, both) ->
            findings.add(Kind.EDITED_HERE, draft.row(), field, identity.id() + " " + both));
    boolean isNews = !edit.sourceSha256().equals(identity.sha256());
    if (isNews && !shelf.isProposed(identity.id(), identity.sha256())) {
      int base = held.map(Shelf.Held::revision).orElse(0);
      int revision = held.isPresent() ? base + 1 : shelf.firstRevision(identity.id());
      edits
          .proposed()
          .add(row(draft, revision, RecordCodec.encoded(record(draft, revision, today))), base);
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

  private void put(Draft draft, int revision, int base, EncodedRecord encoded) throws SQLException {
    shelf.put(row(draft, revision, encoded), base);
  }

  private RecordRow row(Draft draft, int revision, EncodedRecord encoded) {
    return new RecordRow(
        kind.code(),
        draft.identity().source(),
        draft.identity().key(),
        revision,
        today,
        encoded.sha256Hex(),
        encoded);
  }

  /** Writes all records in the transaction that the caller has begun, and counts up. */
  ImportReport.Tally finish() throws IOException, SQLException {
    shelf.flush();
    return new ImportReport.Tally(
        added,
        changed,
        unchanged,
        kept,
        findings.repaired(),
        findings.refused(),
        findings.warnings(),
        shelf.absent(sources, rowOfId.keySet()));
  }

  Findings findings() {
    return findings;
  }

  @Override
  public void close() throws IOException, SQLException {
    shelf.close();
  }
}
