package org.openhall.office.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Digest;
import org.openhall.office.database.OfficeDatabase;

/**
 * Tokens of other systems: 256 random bits each, of which the office keeps the hash. Whoever makes
 * one sees it once.
 */
public final class ApiTokens {
  /** Days for which a token may hold. */
  public static final int LONGEST_DAYS = 366;

  private static final String PREFIX = "openhall_";
  private static final int BYTES = 32;
  private static final String SELECT =
      "SELECT id, name, source, scopes, made_by, made_at, expires_at, revoked_at, used_at"
          + " FROM api_token ";

  private final OfficeDatabase database;
  private final AuditLog log;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ApiTokens(OfficeDatabase database, AuditLog log, Clock clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
  }

  /** What a new token is to be. */
  public record Wanted(String name, String source, Set<Scope> scopes, int days) {
    public Wanted {
      scopes = Set.copyOf(scopes);
      if (name.isBlank() || source.isBlank() || scopes.isEmpty() || !isLife(days)) {
        throw new IllegalArgumentException("a token has a name, a source, scopes and an end");
      }
    }

    /** Whether a token may hold for so many days. */
    public static boolean isLife(int days) {
      return days >= 1 && days <= LONGEST_DAYS;
    }
  }

  /**
   * Makes one.
   *
   * @param who id of who makes it
   * @return its text, which nobody can read again
   */
  public String issue(Wanted wanted, String who) throws SQLException {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      insert(connection, text, wanted, who);
      log.add(connection, new Entry(who, Deed.API_TOKEN_ISSUED, wanted.name(), wanted.source()));
      connection.commit();
    }
    return text;
  }

  private void insert(Connection connection, String text, Wanted wanted, String who)
      throws SQLException {
    String sql =
        "INSERT INTO api_token (hash, name, source, scopes, made_by, made_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, hash(text));
      insert.setString(2, wanted.name().strip());
      insert.setString(3, wanted.source().strip());
      insert.setString(4, Scope.joined(wanted.scopes()));
      insert.setString(5, who);
      insert.setString(6, now.toString());
      insert.setString(7, now.plus(Duration.ofDays(wanted.days())).toString());
      insert.executeUpdate();
    }
  }

  private static String hash(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The token of this text, if it may be used now; it is noted that it was. */
  public Optional<ApiToken> use(String text) {
    Instant now = clock.instant();
    Optional<ApiToken> token =
        database
            .client()
            .sql(SELECT + "WHERE hash = ?")
            .param(hash(text))
            .query((row, _) -> token(row))
            .optional()
            .filter(found -> found.holds(now));
    token.filter(found -> isToBeNoted(found, now)).ifPresent(found -> note(found, now));
    return token;
  }

  private static boolean isToBeNoted(ApiToken token, Instant now) {
    Instant last = token.usedAt();
    return last == null || last.plus(1, ChronoUnit.MINUTES).isBefore(now);
  }

  private void note(ApiToken token, Instant now) {
    database
        .client()
        .sql("UPDATE api_token SET used_at = ? WHERE id = ?")
        .params(now.truncatedTo(ChronoUnit.MINUTES).toString(), token.id())
        .update();
  }

  /** All of them, the newest first. */
  public List<ApiToken> all() {
    return database.client().sql(SELECT + "ORDER BY id DESC").query((row, _) -> token(row)).list();
  }

  /** Takes one back; false where there is none that could be. */
  public boolean revoke(long id, String who) throws SQLException {
    String sql = "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setString(1, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        update.setLong(2, id);
        if (update.executeUpdate() == 0) {
          return false;
        }
      }
      log.add(connection, new Entry(who, Deed.API_TOKEN_REVOKED, Long.toString(id), ""));
      connection.commit();
      return true;
    }
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getLong("id"),
        row.getString("name"),
        row.getString("source"),
        Scope.split(row.getString("scopes")),
        row.getString("made_by"),
        Instant.parse(row.getString("made_at")),
        Instant.parse(row.getString("expires_at")),
        instant(row.getString("revoked_at")),
        instant(row.getString("used_at")));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
