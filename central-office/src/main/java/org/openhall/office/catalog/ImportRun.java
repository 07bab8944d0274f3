package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * One import from beginning to end: one transaction, one report. The source is read before the
 * transaction begins, and no other import runs meanwhile.
 */
final class ImportRun {
  private final OfficeDatabase database;
  private final Clock clock;
  private final Edits edits;
  private final ImportProgress progress;
  private long rows;

  ImportRun(OfficeDatabase database, Clock clock, Edits edits, ImportProgress progress) {
    this.database = database;
    this.clock = clock;
    this.edits = edits;
    this.progress = progress;
  }

  /** Closing a connection whose transaction was not committed rolls it back. */
  ImportReport of(SourceKind kind, Source source, Importer importer)
      throws BadFileException, IOException, SQLException {
    Instant start = clock.instant();
    try (Alone alone = database.alone(Turn.IMPORT);
        Connection connection = database.connect()) {
      try (ImportSession session = session(connection, kind, source)) {
        importer.read(session);
        connection.setAutoCommit(false);
        ImportReport report = report(kind, source, session, start);
        RunTable.add(connection, report);
        alone.confirm();
        connection.commit();
        database.manyWritten("record", "record_line", "record_version");
        return report;
      }
    }
  }

  /** One state of the catalogue is compared with, and nothing is written. */
  ImportReport looking(Catalog.Import what, Catalog.Changes changes)
      throws BadFileException, IOException, SQLException {
    Instant start = clock.instant();
    Runnable afterRow = () -> progress.at(what.source().fractionRead(), ++rows);
    try (Connection connection = database.reading();
        ImportSession session =
            new ImportSession(
                new OnlyLooking(connection, changes),
                what.kind(),
                LocalDate.now(clock),
                edits,
                afterRow)) {
      what.importer().read(session);
      return report(what.kind(), what.source(), session, start);
    }
  }

  private ImportSession session(Connection connection, SourceKind kind, Source source)
      throws IOException, SQLException {
    Runnable afterRow = () -> progress.at(source.fractionRead(), ++rows);
    try (Connection reading = database.reading()) {
      RecordTable table =
          new RecordTable(connection, reading, kind, database.folder().resolve("tmp"));
      return new ImportSession(table, kind, LocalDate.now(clock), edits, afterRow);
    }
  }

  private ImportReport report(SourceKind kind, Source source, ImportSession session, Instant start)
      throws IOException, SQLException {
    ImportReport.Tally tally = session.finish();
    Findings findings = session.findings();
    Instant end = clock.instant();
    return new ImportReport(
        source.name(),
        source.sha256(),
        kind,
        end,
        Duration.between(start, end).toMillis() / 1000.0,
        tally,
        findings.counts(),
        findings.missing(),
        findings.kept());
  }
}
