package org.openhall.office.enrol;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.Fingerprint;
import org.openhall.link.TrustAnchors;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;
import org.openhall.repository.metadata.Sha256;

/** The tokens that people make at the desk, and what became of each. */
public final class EnrolmentTokens {
  static final String INSERT =
      "INSERT INTO enrolment_token (hash, hall, issued_at, expires_at, made_by)"
          + " VALUES (?, ?, ?, ?, ?)";

  /** As many as are worth a look. */
  private static final int MOST = 200;

  private final OfficeDatabase database;
  private final RandomGenerator random;
  private final AuditLog log;
  private final Clock clock;

  /**
   * @param random a secure one in production
   */
  public EnrolmentTokens(
      OfficeDatabase database, RandomGenerator random, AuditLog log, Clock clock) {
    this.database = database;
    this.random = random;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Makes a token, which whoever makes it sees once.
   *
   * @param anchors what it pins
   * @param hall where the terminal will stand
   * @param who a person's id
   */
  public EnrolmentToken issue(TrustAnchors anchors, String hall, String who) throws SQLException {
    EnrolmentToken token = EnrolmentToken.issue(random, anchors);
    try (Connection connection = database.begin(Turn.ENROLMENT)) {
      insert(connection, token, hall, who, now());
      log.add(connection, new Entry(who, Deed.TOKEN_ISSUED, hall, ""));
      connection.commit();
    }
    return token;
  }

  private static void insert(
      Connection connection, EnrolmentToken token, String hall, String who, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, hash(token));
      insert.setString(2, hall);
      insert.setString(3, now.toString());
      insert.setString(4, now.plus(Enrolment.LIFE).toString());
      insert.setString(5, who);
      insert.executeUpdate();
    }
  }

  /** The latest, the newest first. */
  public List<IssuedToken> latest() {
    return database
        .client()
        .sql("SELECT * FROM enrolment_token ORDER BY issued_at DESC, hash LIMIT " + MOST)
        .query((row, _) -> token(row))
        .list();
  }

  private static IssuedToken token(ResultSet row) throws SQLException {
    String used = row.getString("used_at");
    String cancelled = row.getString("cancelled_at");
    String madeBy = row.getString("made_by");
    return new IssuedToken(
        row.getString("hash"),
        row.getString("hall"),
        madeBy == null ? "" : madeBy,
        Instant.parse(row.getString("issued_at")),
        Instant.parse(row.getString("expires_at")),
        used == null
            ? null
            : new IssuedToken.Use(
                Instant.parse(used),
                row.getString("terminal_id"),
                new Fingerprint(row.getString("used_by_key"))),
        cancelled == null ? null : Instant.parse(cancelled));
  }

  /**
   * Takes a token back; false where a terminal has joined with it already, or there is none.
   *
   * @param who a person's id
   */
  public boolean cancel(String hash, String who) throws SQLException {
    String sql =
        "UPDATE enrolment_token SET cancelled_at = ?"
            + " WHERE hash = ? AND used_at IS NULL AND cancelled_at IS NULL";
    try (Connection connection = database.begin(Turn.ENROLMENT)) {
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setString(1, now().toString());
        update.setString(2, hash);
        if (update.executeUpdate() == 0) {
          return false;
        }
      }
      log.add(connection, new Entry(who, Deed.TOKEN_CANCELLED, hash.substring(0, 8), ""));
      connection.commit();
      return true;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The name of a token in the table. */
  static String hash(EnrolmentToken token) {
    return Sha256.hex(token.secret().getBytes(StandardCharsets.US_ASCII));
  }
}
