package org.openhall.office.enrol;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * How a key becomes a terminal of the office, and a terminal gets its next certificate. Whoever
 * asks has been let in before; every method is one transaction of its caller or of its own.
 */
final class Membership {
  private static final int ID_BYTES = 5;

  private final OfficeDatabase database;
  private final CertificateAuthority authority;
  private final CertificateLife life;
  private final RandomGenerator random;
  private final Clock clock;

  Membership(
      OfficeDatabase database,
      CertificateAuthority authority,
      RandomGenerator random,
      Clock clock) {
    this.database = database;
    this.authority = authority;
    this.life = new CertificateLife(database);
    this.random = random;
    this.clock = clock;
  }

  /** Makes a terminal with its first certificate. */
  EnrolOutcome.Enrolled join(Connection connection, SigningRequest request, @Nullable String hall)
      throws SQLException, IOException {
    String id = newTerminalId();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, hall);
      insert.setString(3, now().toString());
      insert.executeUpdate();
    }
    return new EnrolOutcome.Enrolled(id, issue(connection, request, id));
  }

  /** The certificate that a key of a terminal has already, if it has one that is good. */
  Optional<EnrolOutcome.Enrolled> present(Connection connection, SigningRequest request)
      throws SQLException, IOException {
    return new CertificateTable(connection).ofKey(request.fingerprint(), now());
  }

  /** The next certificate of a terminal: the same again for the same key. */
  X509Certificate renew(String terminalId, SigningRequest request)
      throws SQLException, IOException {
    try (Connection connection = database.begin(Turn.ENROLMENT)) {
      Optional<EnrolOutcome.Enrolled> present =
          present(connection, request).filter(one -> one.terminalId().equals(terminalId));
      X509Certificate certificate =
          present.isPresent()
              ? present.get().certificate()
              : issue(connection, request, terminalId);
      connection.commit();
      return certificate;
    }
  }

  private X509Certificate issue(Connection connection, SigningRequest request, String terminalId)
      throws SQLException, IOException {
    X509Certificate certificate = authority.issue(request, terminalId, life.get());
    new CertificateTable(connection).add(terminalId, request.fingerprint(), certificate, now());
    return certificate;
  }

  private String newTerminalId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return "T" + HexFormat.of().withUpperCase().formatHex(id);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
