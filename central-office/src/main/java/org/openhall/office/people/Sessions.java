package org.openhall.office.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.OfficeDatabase;

/**
 * Who is signed in, in the database: every instance of an office knows, and a restart ends none.
 */
public final class Sessions {
  /** Without a request for so long, it is over. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** After so long, it is over in any case. */
  public static final Duration LONGEST = Duration.ofHours(10);

  /** How exactly the last request is known: not every one of them writes. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final OfficeDatabase database;
  private final People people;
  private final Clock clock;

  public Sessions(OfficeDatabase database, People people, Clock clock) {
    this.database = database;
    this.people = people;
    this.clock = clock;
  }

  /** Begins one; the token is for the person's browser alone. */
  String begin(Connection connection, String personId) throws SQLException {
    return begin(connection, personId, DeskSession.Stage.WHOLE, null);
  }

  /**
   * Begins a first one, which offers a secret for codes.
   *
   * @param firstCode hash of the code by which it began
   */
  String beginFirst(Connection connection, String personId, String firstCode) throws SQLException {
    return begin(connection, personId, DeskSession.Stage.FIRST, firstCode);
  }

  private String begin(
      Connection connection, String personId, DeskSession.Stage stage, @Nullable String firstCode)
      throws SQLException {
    String sql =
        "INSERT INTO desk_session (token_hash, person_id, stage, csrf, totp_secret, started_at,"
            + " used_at, first_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    String token = Secrets.token();
    People.update(
        connection,
        sql,
        Secrets.hash(token),
        personId,
        stage.name(),
        Secrets.token(),
        firstCode == null ? null : Totp.newSecret(),
        now().toString(),
        now().toString(),
        firstCode);
    return token;
  }

  /** Notes from where a session was begun, for the list of somebody's own. */
  public void notePlace(String token, String place) {
    database
        .client()
        .sql("UPDATE desk_session SET place = ? WHERE token_hash = ?")
        .params(place, Secrets.hash(token))
        .update();
  }

  /** The session of a token, while it lasts and its person may sign in. */
  public Optional<DeskSession> find(String token) {
    Optional<Row> row = row(token);
    row.ifPresent(this::touch);
    return row.flatMap(this::session);
  }

  /** The same for what a page asks by itself, which is no sign that somebody is there. */
  public Optional<DeskSession> glance(String token) {
    return row(token).flatMap(this::session);
  }

  private Optional<DeskSession> session(Row row) {
    return people.find(row.personId()).map(row::of);
  }

  private Optional<Row> row(String token) {
    Optional<Row> row =
        database
            .client()
            .sql("SELECT * FROM desk_session WHERE token_hash = ?")
            .param(Secrets.hash(token))
            .query((found, _) -> Row.of(found))
            .optional();
    row.filter(this::isOver).map(Row::id).ifPresent(this::end);
    return row.filter(found -> !isOver(found));
  }

  private boolean isOver(Row row) {
    Instant now = now();
    return row.usedAt().plus(IDLE).isBefore(now) || row.startedAt().plus(LONGEST).isBefore(now);
  }

  private void touch(Row row) {
    if (row.usedAt().plus(NOTED).isBefore(now())) {
      database
          .client()
          .sql("UPDATE desk_session SET used_at = ? WHERE token_hash = ?")
          .params(now().toString(), row.id())
          .update();
    }
  }

  /** Ends one. */
  public void end(String id) {
    database.client().sql("DELETE FROM desk_session WHERE token_hash = ?").param(id).update();
  }

  /** Ends all of a person's, as when something about them changes. */
  static void endAll(Connection connection, String personId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM desk_session WHERE person_id = ?")) {
      delete.setString(1, personId);
      delete.executeUpdate();
    }
  }

  /** Deletes those that nobody came back to. */
  public void tidy() {
    database
        .client()
        .sql("DELETE FROM desk_session WHERE used_at < ?")
        .param(now().minus(LONGEST).toString())
        .update();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private record Row(
      String id,
      String personId,
      DeskSession.Stage stage,
      String csrf,
      @Nullable String secret,
      Instant startedAt,
      Instant usedAt) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("token_hash"),
          row.getString("person_id"),
          DeskSession.Stage.valueOf(row.getString("stage")),
          row.getString("csrf"),
          row.getString("totp_secret"),
          Instant.parse(row.getString("started_at")),
          Instant.parse(row.getString("used_at")));
    }

    DeskSession of(Person person) {
      return new DeskSession(id, person, csrf, stage, secret);
    }
  }
}
