package org.openhall.office.enrol;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.OfficeDatabase;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Whose a certificate is, asked at every request of every terminal. The statement stays prepared on
 * a connection of its own, as opening one takes many times what the answer takes; each question
 * still reads the database as it is then, whoever has written to it.
 */
final class CertificateLookup {
  private static final String SQL =
      "SELECT t.id, t.revoked_at, c.expires_at FROM terminal_certificate c"
          + " JOIN terminal t ON t.id = c.terminal_id WHERE c.sha256 = ?";

  private final OfficeDatabase database;
  private @Nullable PreparedStatement prepared; // under the lock of this object

  CertificateLookup(OfficeDatabase database) {
    this.database = database;
  }

  /** What the database says of a certificate. */
  record Row(String terminalId, boolean revoked, Instant expires) {}

  /** Looks for the certificate with this SHA-256, hex. */
  synchronized Optional<Row> find(String sha256) {
    try {
      PreparedStatement statement = statement();
      statement.setString(1, sha256);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(row(found)) : Optional.empty();
      }
    } catch (SQLException e) {
      forget();
      throw new UncategorizedSQLException("whose a certificate is", SQL, e);
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        found.getString("id"),
        found.getString("revoked_at") != null,
        Instant.parse(found.getString("expires_at")));
  }

  private PreparedStatement statement() throws SQLException {
    PreparedStatement ready = prepared;
    if (ready == null) {
      ready = database.connect().prepareStatement(SQL);
      prepared = ready;
    }
    return ready;
  }

  /** The next question opens another connection. */
  private void forget() {
    PreparedStatement broken = prepared;
    prepared = null;
    if (broken != null) {
      try {
        broken.getConnection().close();
      } catch (SQLException e) {
        // it could not be used any more
      }
    }
  }
}
