package org.openhall.office.enrol;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.TrustAnchors;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * Enrolment by one-time token, or by a request that came on a stick. A token lives for {@link
 * #LIFE} and is stored only as the hash of its secret; it is used up by the first key that is shown
 * with it. The holder of that key may ask again, because the answer may have been lost.
 */
public final class Enrolment {
  /** How long a token may be used. */
  public static final Duration LIFE = Duration.ofHours(24);

  private final OfficeDatabase database;
  private final Membership membership;
  private final AuditLog log;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * @param random a secure one in production
   */
  public Enrolment(
      OfficeDatabase database,
      CertificateAuthority authority,
      RandomGenerator random,
      Clock clock) {
    this.database = database;
    this.membership = new Membership(database, authority, random, clock);
    this.log = new AuditLog(database, clock);
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes a token for a command on the server, which notes itself that it did.
   *
   * @param anchors what the token pins
   * @param hall where the terminal will stand, or null
   */
  public EnrolmentToken issue(TrustAnchors anchors, @Nullable String hall) {
    EnrolmentToken token = EnrolmentToken.issue(random, anchors);
    Instant now = now();
    database
        .client()
        .sql(EnrolmentTokens.INSERT)
        .param(EnrolmentTokens.hash(token))
        .param(hall)
        .param(now.toString())
        .param(now.plus(LIFE).toString())
        .param(Entry.COMMAND)
        .update();
    return token;
  }

  /**
   * Uses a token up. Of two terminals that show the same token at the same time, one joins.
   *
   * @param tokenText as the terminal sent it
   * @param hall where the terminal says it stands, or null; the office's own word on it goes first
   */
  public EnrolOutcome redeem(String tokenText, SigningRequest request, @Nullable String hall)
      throws SQLException, IOException {
    String hash;
    try {
      hash = EnrolmentTokens.hash(EnrolmentToken.parse(tokenText));
    } catch (MalformedTokenException e) {
      return new EnrolOutcome.Refused(Reason.MALFORMED_REQUEST);
    }
    try (Connection connection = database.begin(Turn.ENROLMENT)) {
      EnrolOutcome outcome = redeem(connection, hash, request, hall);
      connection.commit();
      return outcome;
    }
  }

  /** Lets in whom a person has compared, without a token; again with the same key, the same. */
  public EnrolOutcome.Enrolled admit(SigningRequest request, @Nullable String hall)
      throws SQLException, IOException {
    try (Connection connection = database.begin(Turn.ENROLMENT)) {
      Optional<EnrolOutcome.Enrolled> present = membership.present(connection, request);
      EnrolOutcome.Enrolled enrolled =
          present.isPresent() ? present.get() : membership.join(connection, request, hall);
      connection.commit();
      return enrolled;
    }
  }

  private EnrolOutcome redeem(
      Connection connection, String hash, SigningRequest request, @Nullable String hall)
      throws SQLException, IOException {
    Optional<Issued> found = find(connection, hash);
    if (found.isEmpty()) {
      return new EnrolOutcome.Refused(Reason.UNKNOWN_TOKEN);
    }
    Issued token = found.get();
    if (token.used() && !request.fingerprint().digits().equals(token.usedByKey())) {
      return new EnrolOutcome.Refused(Reason.USED_TOKEN);
    }
    if (token.cancelled()) {
      return new EnrolOutcome.Refused(Reason.CANCELLED_TOKEN);
    }
    if (!now().isBefore(token.expires())) {
      return new EnrolOutcome.Refused(Reason.EXPIRED_TOKEN);
    }
    if (token.used()) {
      return membership
          .present(connection, request)
          .<EnrolOutcome>map(present -> present)
          .orElseGet(() -> new EnrolOutcome.Refused(Reason.USED_TOKEN));
    }
    String where = token.hall() == null ? hall : token.hall();
    EnrolOutcome.Enrolled enrolled = membership.join(connection, request, where);
    use(connection, hash, request, enrolled.terminalId());
    log.add(
        connection,
        new Entry(
            "terminal:" + enrolled.terminalId(),
            Deed.TERMINAL_JOINED,
            enrolled.terminalId(),
            request.fingerprint().grouped()));
    return enrolled;
  }

  private record Issued(
      @Nullable String hall,
      Instant expires,
      boolean used,
      @Nullable String usedByKey,
      boolean cancelled) {}

  private static Optional<Issued> find(Connection connection, String hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT hall, expires_at, used_at, used_by_key, cancelled_at"
                + " FROM enrolment_token WHERE hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Issued(
                    row.getString("hall"),
                    Instant.parse(row.getString("expires_at")),
                    row.getString("used_at") != null,
                    row.getString("used_by_key"),
                    row.getString("cancelled_at") != null))
            : Optional.empty();
      }
    }
  }

  private void use(Connection connection, String hash, SigningRequest request, String terminalId)
      throws SQLException {
    try (PreparedStatement use =
        connection.prepareStatement(
            "UPDATE enrolment_token SET used_at = ?, used_by_key = ?, terminal_id = ?"
                + " WHERE hash = ?")) {
      use.setString(1, now().toString());
      use.setString(2, request.fingerprint().digits());
      use.setString(3, terminalId);
      use.setString(4, hash);
      use.executeUpdate();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
