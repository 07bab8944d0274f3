package org.openhall.office.enrol;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openhall.link.Fingerprint;
import org.openhall.link.credential.Certificates;
import org.openhall.repository.metadata.Sha256;

/** The certificates that were issued. */
final class CertificateTable {
  private final Connection connection;

  CertificateTable(Connection connection) {
    this.connection = connection;
  }

  void add(String terminalId, Fingerprint key, X509Certificate certificate, Instant now)
      throws SQLException {
    byte[] der = Certificates.encode(certificate);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO terminal_certificate (sha256, terminal_id, key, issued_at, expires_at, der)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, sha256(der));
      insert.setString(2, terminalId);
      insert.setString(3, key.digits());
      insert.setString(4, now.toString());
      insert.setString(5, certificate.getNotAfter().toInstant().toString());
      insert.setBytes(6, der);
      insert.executeUpdate();
    }
  }

  /** The newest that is good now for a key of a terminal that is not locked out. */
  Optional<EnrolOutcome.Enrolled> ofKey(Fingerprint key, Instant now)
      throws SQLException, IOException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT c.terminal_id, c.der FROM terminal_certificate c"
                + " JOIN terminal t ON t.id = c.terminal_id"
                + " WHERE c.key = ? AND c.expires_at > ? AND t.revoked_at IS NULL"
                + " ORDER BY c.expires_at DESC LIMIT 1")) {
      select.setString(1, key.digits());
      select.setString(2, now.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new EnrolOutcome.Enrolled(
                    row.getString("terminal_id"), Certificates.parse(row.getBytes("der"))))
            : Optional.empty();
      }
    }
  }

  /** The name of a certificate in the table. */
  static String sha256(byte[] der) {
    return Sha256.hex(der);
  }
}
