package org.openhall.office.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Json;
import org.openhall.link.credential.Certificates;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.database.OfficeDatabase;

/** The terminals of the office: who may still call, what they said, locking one out. */
public final class Terminals {
  /** How long after its end a certificate is still good for renewing it (decision 0016). */
  public static final Duration GRACE = Duration.ofDays(180);

  private final OfficeDatabase database;
  private final CertificateLookup certificates;
  private final Membership membership;
  private final Clock clock;

  /**
   * @param random a secure one in production
   */
  public Terminals(
      OfficeDatabase database,
      CertificateAuthority authority,
      RandomGenerator random,
      Clock clock) {
    this.database = database;
    this.certificates = new CertificateLookup(database);
    this.membership = new Membership(database, authority, random, clock);
    this.clock = clock;
  }

  /** All, newest first. */
  public List<EnrolledTerminal> all() {
    return database
        .client()
        .sql(
            "SELECT t.*, (SELECT max(expires_at) FROM terminal_certificate c"
                + " WHERE c.terminal_id = t.id) AS certificate_until"
                + " FROM terminal t ORDER BY enrolled_at DESC, id")
        .query((row, _) -> terminal(row))
        .list();
  }

  private static EnrolledTerminal terminal(ResultSet row) throws SQLException {
    Instant revokedAt = instant(row.getString("revoked_at"));
    Instant contactAt = instant(row.getString("contact_at"));
    return new EnrolledTerminal(
        row.getString("id"),
        row.getString("hall"),
        Instant.parse(row.getString("enrolled_at")),
        instant(row.getString("certificate_until")),
        revokedAt == null
            ? null
            : new EnrolledTerminal.Revocation(revokedAt, row.getString("revoked_why")),
        contactAt == null
            ? null
            : new EnrolledTerminal.Contact(contactAt, status(row.getString("contact_status"))));
  }

  private static AgentStatus status(String json) {
    return Json.read(json.getBytes(UTF_8), AgentStatus.class).orElseThrow();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** How the office stands to the holder of a certificate, now. */
  public Standing standing(X509Certificate certificate) {
    return certificates
        .find(CertificateTable.sha256(Certificates.encode(certificate)))
        .map(this::standing)
        .orElseGet(Standing.Unknown::new);
  }

  private Standing standing(CertificateLookup.Row row) {
    Instant now = clock.instant();
    if (row.revoked()) {
      return new Standing.Revoked();
    }
    if (now.isBefore(row.expires())) {
      return new Standing.Member(row.terminalId());
    }
    return now.isBefore(row.expires().plus(GRACE))
        ? new Standing.Late(row.terminalId())
        : new Standing.TooLate();
  }

  /** The next certificate of a terminal; asked again with the same key, the same one. */
  public X509Certificate renew(String terminalId, SigningRequest request)
      throws SQLException, IOException {
    return membership.renew(terminalId, request);
  }

  /** Keeps what a terminal says of itself. */
  public void report(String terminalId, AgentStatus status) {
    database
        .client()
        .sql("UPDATE terminal SET contact_at = ?, contact_status = ? WHERE id = ?")
        .param(now().toString())
        .param(new String(Json.write(status), UTF_8))
        .param(terminalId)
        .update();
  }

  /** Locks a terminal out, at once and for good; it may enrol anew as another. */
  public RevokeOutcome revoke(String terminalId, String why) {
    Instant now = now();
    int changed =
        database
            .client()
            .sql(
                "UPDATE terminal SET revoked_at = ?, revoked_why = ?"
                    + " WHERE id = ? AND revoked_at IS NULL")
            .param(now.toString())
            .param(why)
            .param(terminalId)
            .update();
    if (changed > 0) {
      return new RevokeOutcome.Revoked();
    }
    return database
        .client()
        .sql("SELECT revoked_at FROM terminal WHERE id = ?")
        .param(terminalId)
        .query(String.class)
        .optional()
        .<RevokeOutcome>map(at -> new RevokeOutcome.AlreadyRevoked(Instant.parse(at)))
        .orElseGet(RevokeOutcome.NoSuchTerminal::new);
  }

  /** Ids of the terminals that were locked out at this time or later. */
  public List<String> lockedOutSince(Instant since) {
    return database
        .client()
        .sql("SELECT id FROM terminal WHERE revoked_at >= ?")
        .param(since.truncatedTo(ChronoUnit.SECONDS).toString())
        .query((row, _) -> row.getString("id"))
        .list();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
