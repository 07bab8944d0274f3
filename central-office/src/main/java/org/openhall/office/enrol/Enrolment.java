package org.openhall.office.enrol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.MalformedTokenException;
import org.openhall.office.database.OfficeDatabase;

/**
 * Enrolment by one-time token. A token lives for {@link #LIFE} and is stored only as the hash of
 * its secret; it is used up by the first terminal that shows it.
 */
public final class Enrolment {
  /** How long a token may be used. */
  public static final Duration LIFE = Duration.ofHours(24);

  private static final int ID_BYTES = 5;

  private final OfficeDatabase database;
  private final RandomGenerator random;
  private final Clock clock;

  /**
   * @param random a secure one in production
   */
  public Enrolment(OfficeDatabase database, RandomGenerator random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param rootJson the root metadata that the token pins
   * @param hall where the terminal will stand, or null
   */
  public EnrolmentToken issue(byte[] rootJson, @Nullable String hall) {
    EnrolmentToken token = EnrolmentToken.issue(random, rootJson);
    Instant now = now();
    database
        .client()
        .sql("INSERT INTO enrolment_token (hash, hall, issued_at, expires_at) VALUES (?, ?, ?, ?)")
        .param(hash(token))
        .param(hall)
        .param(now.toString())
        .param(now.plus(LIFE).toString())
        .update();
    return token;
  }

  /**
   * Uses a token up. Of two terminals that show the same token at the same time, one joins.
   *
   * @param tokenText as the terminal sent it
   * @param hall where the terminal says it stands, or null; the office's own word on it goes first
   */
  public EnrolOutcome redeem(String tokenText, @Nullable String hall) throws SQLException {
    EnrolmentToken token;
    try {
      token = EnrolmentToken.parse(tokenText);
    } catch (MalformedTokenException e) {
      return new EnrolOutcome.Refused(Reason.MALFORMED_REQUEST);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      EnrolOutcome outcome = redeem(connection, hash(token), hall);
      connection.commit();
      return outcome;
    }
  }

  private EnrolOutcome redeem(Connection connection, String hash, @Nullable String hall)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT hall, expires_at, used_at FROM enrolment_token WHERE hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return new EnrolOutcome.Refused(Reason.UNKNOWN_TOKEN);
        }
        if (row.getString("used_at") != null) {
          return new EnrolOutcome.Refused(Reason.USED_TOKEN);
        }
        if (!now().isBefore(Instant.parse(row.getString("expires_at")))) {
          return new EnrolOutcome.Refused(Reason.EXPIRED_TOKEN);
        }
        String assigned = row.getString("hall");
        return enrol(connection, hash, assigned == null ? hall : assigned);
      }
    }
  }

  private EnrolOutcome enrol(Connection connection, String hash, @Nullable String hall)
      throws SQLException {
    String now = now().toString();
    try (PreparedStatement use =
        connection.prepareStatement("UPDATE enrolment_token SET used_at = ? WHERE hash = ?")) {
      use.setString(1, now);
      use.setString(2, hash);
      use.executeUpdate();
    }
    String id = newTerminalId();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, hall);
      insert.setString(3, now);
      insert.executeUpdate();
    }
    return new EnrolOutcome.Enrolled(id);
  }

  /** The terminals that have joined, newest first. */
  public List<EnrolledTerminal> terminals() {
    return database
        .client()
        .sql("SELECT id, hall, enrolled_at FROM terminal ORDER BY enrolled_at DESC, id")
        .query((row, _) ->
            new EnrolledTerminal(
                row.getString("id"),
                row.getString("hall"),
                Instant.parse(row.getString("enrolled_at"))))
        .list();
  }

  private String newTerminalId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return "T" + HexFormat.of().withUpperCase().formatHex(id);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String hash(EnrolmentToken token) {
    try {
      byte[] secret = token.secret().getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
