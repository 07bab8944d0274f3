package org.openhall.office.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/** Who did what: only ever added to, one entry at a time, whoever works on the database. */
public final class AuditLog {
  private final OfficeDatabase database;
  private final Clock clock;

  public AuditLog(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds an entry in a transaction of its own. */
  public void add(Entry entry) throws SQLException {
    try (Connection connection = database.begin(Turn.AUDIT)) {
      add(connection, entry);
      connection.commit();
    }
  }

  /**
   * Adds an entry in the transaction of the deed. Others wait for its end from here on, so this is
   * the transaction's last step.
   */
  public void add(Connection deed, Entry entry) throws SQLException {
    database.join(deed, Turn.AUDIT);
    Optional<AuditRow> last = last(deed);
    AuditRow row =
        AuditRow.next(
            last.map(AuditRow::hash).orElse(AuditRow.NOTHING),
            last.map(AuditRow::number).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            entry);
    insert(deed, row);
  }

  private static Optional<AuditRow> last(Connection connection) throws SQLException {
    String sql = "SELECT * FROM audit_entry ORDER BY number DESC LIMIT 1";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(AuditRow.of(row)) : Optional.empty();
    }
  }

  private static void insert(Connection connection, AuditRow row) throws SQLException {
    String sql =
        "INSERT INTO audit_entry (number, at, who, deed, subject, words, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, row.number());
      insert.setString(2, row.at());
      insert.setString(3, row.who());
      insert.setString(4, row.deed());
      insert.setString(5, row.subject());
      insert.setString(6, row.words());
      insert.setString(7, row.hash());
      insert.executeUpdate();
    }
  }
}
