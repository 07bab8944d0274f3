package org.openhall.office.keys;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.link.Fingerprint;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.Key;

/**
 * Public halves of keys that people made in their own browsers and ask to be taken. Nothing counts
 * by standing here: the keeper of the targets key signs, and compares the fingerprint with the one
 * that the person's browser showed, as whoever holds the server could exchange what stands here.
 */
public final class KeyRequests {
  /** How many of one person may wait. */
  private static final int MOST = 5;

  private static final String QUERY =
      "SELECT r.*, p.name FROM signing_key_request r JOIN person p ON p.id = r.person_id";

  private final OfficeDatabase database;
  private final AuditLog log;
  private final Clock clock;

  public KeyRequests(OfficeDatabase database, AuditLog log, Clock clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
  }

  /** How a request stands. */
  public enum State {
    WAITING,
    TAKEN,
    DROPPED
  }

  /**
   * A request.
   *
   * @param person id of who asks
   * @param holder their name
   */
  public record Request(
      long number,
      String person,
      String holder,
      KeyRole role,
      Key key,
      Instant askedAt,
      State state) {
    /** What the person's browser showed when it made the key. */
    public Fingerprint fingerprint() {
      String text = "openhall key\n" + role.roleName() + "\n" + key.publicValue() + "\n";
      return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** When they asked, as people read it. */
    public String asked() {
      return OfficeTime.minute(askedAt);
    }

    private static Request of(ResultSet row) throws SQLException {
      return new Request(
          row.getLong("number"),
          row.getString("person_id"),
          row.getString("name"),
          KeyRole.valueOf(row.getString("role")),
          new Key("ed25519", "ed25519", row.getString("public_half")),
          Instant.parse(row.getString("asked_at")),
          State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
  }

  /**
   * Asks for a key to be taken; false where it is none, is known already, or too many wait.
   *
   * @param publicHalf 64 lower-case hex digits
   */
  public boolean ask(String person, KeyRole role, String publicHalf) throws SQLException {
    if (!role.isStaff() || !publicHalf.matches("[0-9a-f]{64}")) {
      return false;
    }
    String sql =
        "INSERT INTO signing_key_request (person_id, role, public_half, asked_at, state)"
            + " SELECT ?, ?, ?, ?, 'waiting' WHERE (SELECT count(*) FROM signing_key_request"
            + " WHERE person_id = ? AND state = 'waiting') < "
            + MOST
            + " ON CONFLICT (public_half) DO NOTHING";
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return change(
        sql,
        new Entry(person, Deed.KEY_REQUESTED, role.roleName(), publicHalf),
        person,
        role.name(),
        publicHalf,
        now,
        person);
  }

  /** Takes one's own request back; false where it does not wait. */
  public boolean drop(String person, long number) throws SQLException {
    String sql =
        "UPDATE signing_key_request SET state = 'dropped' WHERE person_id = ?"
            + " AND state = 'waiting' AND number = "
            + number;
    return change(
        sql, new Entry(person, Deed.KEY_REQUEST_DROPPED, Long.toString(number), ""), person);
  }

  private boolean change(String sql, Entry entry, String... values) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setString(i + 1, values[i]);
        }
        if (statement.executeUpdate() == 0) {
          return false;
        }
      }
      log.add(connection, entry);
      connection.commit();
      return true;
    }
  }

  /** Notes that the key of a request counts from now on. */
  public void noteTaken(long number) {
    database
        .client()
        .sql("UPDATE signing_key_request SET state = 'taken' WHERE number = ?")
        .param(number)
        .update();
  }

  /** Those that wait, the earliest first. */
  public List<Request> waiting() {
    return database
        .client()
        .sql(QUERY + " WHERE r.state = 'waiting' ORDER BY r.number")
        .query((row, _) -> Request.of(row))
        .list();
  }

  /** One that waits. */
  public Optional<Request> waiting(long number) {
    return waiting().stream().filter(request -> request.number() == number).findFirst();
  }

  /** Those of a person, the latest first. */
  public List<Request> of(String person) {
    return database
        .client()
        .sql(QUERY + " WHERE r.person_id = ? ORDER BY r.number DESC")
        .param(person)
        .query((row, _) -> Request.of(row))
        .list();
  }
}
