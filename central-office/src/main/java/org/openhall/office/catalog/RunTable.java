package org.openhall.office.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The tables {@code import_run} and {@code import_finding}: what was imported, and what was found.
 */
final class RunTable {
  private static final String INSERT_RUN =
      """
      INSERT INTO import_run (file, file_sha256, kind, finished_at, seconds,
        added, changed, unchanged, repaired, refused, warnings)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String INSERT_FINDING =
      """
      INSERT INTO import_finding (run_id, severity, row, field, kind, detail)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private RunTable() {}

  static void add(Connection connection, ImportReport report) throws SQLException {
    long run = addRun(connection, report);
    try (PreparedStatement insert = connection.prepareStatement(INSERT_FINDING)) {
      for (Finding finding : report.findings()) {
        insert.setLong(1, run);
        insert.setString(2, finding.kind().severity().code());
        insert.setInt(3, finding.row());
        insert.setString(4, finding.field());
        insert.setString(5, finding.kind().code());
        insert.setString(6, finding.detail());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long addRun(Connection connection, ImportReport report) throws SQLException {
    ImportReport.Tally tally = report.tally();
    try (PreparedStatement insert = connection.prepareStatement(INSERT_RUN)) {
      insert.setString(1, report.file());
      insert.setString(2, report.fileSha256());
      insert.setString(3, report.kind().code());
      insert.setString(4, report.finishedAt().toString());
      insert.setDouble(5, report.seconds());
      insert.setLong(6, tally.added());
      insert.setLong(7, tally.changed());
      insert.setLong(8, tally.unchanged());
      insert.setLong(9, tally.repaired());
      insert.setLong(10, tally.refused());
      insert.setLong(11, tally.warnings());
      try (ResultSet id = insert.executeQuery()) {
        id.next();
        return id.getLong(1);
      }
    }
  }
}
