package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.openhall.office.database.OfficeDatabase;

/** One import from beginning to end: one transaction, one report. */
final class ImportRun {
  private final OfficeDatabase database;
  private final Clock clock;
  private final ImportProgress progress;
  private long rows;

  ImportRun(OfficeDatabase database, Clock clock, ImportProgress progress) {
    this.database = database;
    this.clock = clock;
    this.progress = progress;
  }

  /** Closing a connection whose transaction was not committed rolls it back. */
  ImportReport of(SourceKind kind, Source source, Importer importer)
      throws BadFileException, IOException, SQLException {
    Instant start = clock.instant();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (ImportSession session = session(connection, kind, source)) {
        importer.read(session);
        ImportReport report = report(kind, source, session, start);
        RunTable.add(connection, report);
        connection.commit();
        return report;
      }
    }
  }

  private ImportSession session(Connection connection, SourceKind kind, Source source)
      throws SQLException {
    Runnable afterRow = () -> progress.at(source.fractionRead(), ++rows);
    return new ImportSession(connection, kind, LocalDate.now(clock), afterRow);
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
