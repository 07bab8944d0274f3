package org.openhall.office.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.Proof.Found;

/**
 * What somebody does with their own account. Password and authenticator change only for who proves
 * both again, and end every other session.
 */
public final class OwnAccount {
  private final OfficeDatabase database;
  private final AuditLog log;
  private final Clock clock;
  private final Proof proof;

  /** By the same counting of wrong attempts as signing in. */
  public OwnAccount(OfficeDatabase database, SignIn signIn, AuditLog log, Clock clock) {
    this.database = database;
    this.proof = signIn.proof();
    this.log = log;
    this.clock = clock;
  }

  /**
   * Where somebody is signed in.
   *
   * @param id by which it is ended
   * @param place address and browser, as they were at the beginning
   */
  public record Open(String id, Instant startedAt, Instant usedAt, String place) {}

  /** Their sessions that last, the latest used first. */
  public List<Open> sessions(Person person) {
    return database
        .client()
        .sql(
            "SELECT token_hash, started_at, used_at, place FROM desk_session WHERE person_id = ?"
                + " AND used_at >= ? AND started_at >= ? ORDER BY used_at DESC, started_at DESC")
        .params(
            person.id(),
            clock.instant().minus(Sessions.IDLE).toString(),
            clock.instant().minus(Sessions.LONGEST).toString())
        .query((row, _) ->
            new Open(
                row.getString(1),
                Instant.parse(row.getString(2)),
                Instant.parse(row.getString(3)),
                row.getString(4)))
        .list();
  }

  /** Ends one of their own; false where there is none of that id. */
  public boolean end(Person person, String id) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql = "DELETE FROM desk_session WHERE token_hash = ? AND person_id = ?";
      if (People.update(connection, sql, id, person.id()) == 0) {
        return false;
      }
      log.add(connection, new Entry(person.id(), Deed.SESSION_ENDED, person.id(), ""));
      connection.commit();
      return true;
    }
  }

  /** Sets another password; empty where it is done. */
  public Optional<SignInOutcome> changePassword(
      DeskSession session, String password, String code, String fresh) throws SQLException {
    String id = session.person().id();
    Optional<PasswordRule> broken = PasswordRule.broken(fresh, id);
    if (broken.isPresent()) {
      return Optional.of(new SignInOutcome.BadPassword(broken.get()));
    }
    return switch (proof.of(id, password, code)) {
      case Found.Refused(SignInOutcome outcome) -> Optional.of(outcome);
      case Found.Right(long step) -> {
        Optional<String> encoded = proof.encoded(fresh);
        yield encoded.isEmpty()
            ? Optional.of(new SignInOutcome.Busy())
            : use(session, step, connection -> password(connection, session, encoded.get()));
      }
    };
  }

  private void password(Connection connection, DeskSession session, String encoded)
      throws SQLException {
    String id = session.person().id();
    People.update(connection, "UPDATE person SET password = ? WHERE id = ?", encoded, id);
    endOthers(connection, session, Deed.PASSWORD_CHANGED);
  }

  /** Offers a secret for another authenticator to this session; empty where it is done. */
  public Optional<SignInOutcome> offerAuthenticator(
      DeskSession session, String password, String code) throws SQLException {
    String sql = "UPDATE desk_session SET totp_secret = ? WHERE token_hash = ?";
    return switch (proof.of(session.person().id(), password, code)) {
      case Found.Refused(SignInOutcome outcome) -> Optional.of(outcome);
      case Found.Right(long step) ->
          use(
              session,
              step,
              connection -> People.update(connection, sql, Totp.newSecret(), session.id()));
    };
  }

  /** A change that a code permits. */
  private interface Change {
    void in(Connection connection) throws SQLException;
  }

  /** Uses the code up and makes the change, both or neither. */
  private Optional<SignInOutcome> use(DeskSession session, long step, Change change)
      throws SQLException {
    String id = session.person().id();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "UPDATE person SET totp_step = " + step + " WHERE id = ? AND totp_step < " + step;
      if (People.update(connection, sql, id) == 1) {
        SignInWaits.clear(connection, Proof.name(id));
        change.in(connection);
        connection.commit();
        return Optional.empty();
      }
      connection.rollback();
    }
    return Optional.of(proof.wrong(id)); // the code was used before
  }

  /** Takes the authenticator whose secret was offered, once, by a code that it shows. */
  public Optional<SignInOutcome> takeAuthenticator(DeskSession session, String code)
      throws SQLException {
    String secret = session.offeredSecret();
    OptionalLong step =
        secret == null ? OptionalLong.empty() : Totp.match(secret, code, clock.instant());
    if (secret == null || step.isEmpty()) {
      return Optional.of(new SignInOutcome.Wrong());
    }
    String id = session.person().id();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String offered =
          "UPDATE desk_session SET totp_secret = NULL WHERE token_hash = ? AND totp_secret = ?";
      if (People.update(connection, offered, session.id(), secret) == 0) {
        return Optional.of(new SignInOutcome.Wrong());
      }
      String sql =
          "UPDATE person SET totp_secret = ?, totp_step = " + step.getAsLong() + " WHERE id = ?";
      People.update(connection, sql, secret, id);
      endOthers(connection, session, Deed.AUTHENTICATOR_CHANGED);
      connection.commit();
      return Optional.empty();
    }
  }

  private void endOthers(Connection connection, DeskSession session, Deed deed)
      throws SQLException {
    String id = session.person().id();
    String sql = "DELETE FROM desk_session WHERE person_id = ? AND token_hash <> ?";
    People.update(connection, sql, id, session.id());
    log.add(connection, new Entry(id, deed, id, ""));
  }
}
