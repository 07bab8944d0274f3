package org.openhall.office.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.Proof.Found;
import org.openhall.office.people.Proof.Kept;

/** How somebody proves who they are: a password and a code of their telephone, each time. */
public final class SignIn {
  private final OfficeDatabase database;
  private final Sessions sessions;
  private final AuditLog log;
  private final Clock clock;
  private final Proof proof;

  public SignIn(OfficeDatabase database, Sessions sessions, AuditLog log, Clock clock) {
    this(database, sessions, log, clock, Proof.room());
  }

  SignIn(OfficeDatabase database, Sessions sessions, AuditLog log, Clock clock, HashingRoom room) {
    this.database = database;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
    this.proof = new Proof(database, log, clock, room);
  }

  /** How whoever is signed in proves again who they are. */
  Proof proof() {
    return proof;
  }

  /** Signs in by password and code. */
  public SignInOutcome signIn(String id, String password, String code) throws SQLException {
    return switch (proof.of(id, password, code)) {
      case Found.Right(long step) -> begin(id, step);
      case Found.Refused(SignInOutcome outcome) -> outcome;
    };
  }

  private SignInOutcome begin(String id, long step) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "UPDATE person SET totp_step = " + step + " WHERE id = ? AND totp_step < " + step;
      if (People.update(connection, sql, id) == 1) {
        String token = sessions.begin(connection, id);
        SignInWaits.clear(connection, Proof.name(id));
        log.add(connection, new Entry(id, Deed.SIGNED_IN, id, ""));
        connection.commit();
        return new SignInOutcome.SignedIn(token);
      }
      connection.rollback();
    }
    return proof.wrong(id); // the code was used before
  }

  /** Begins a first sign-in by the code that an administrator gave. */
  public SignInOutcome first(String id, String code) throws SQLException {
    Optional<Instant> until = proof.begin(id);
    if (until.isPresent()) {
      return new SignInOutcome.Wait(until.get());
    }
    Kept kept = proof.kept(id).orElse(Kept.NOBODY);
    String hash = Secrets.hash(Secrets.typed(code));
    if (kept.firstCode() == null
        || kept.firstUntil() == null
        || !Secrets.equal(kept.firstCode(), hash)
        || Instant.parse(kept.firstUntil()).isBefore(clock.instant())) {
      return proof.wrong(id);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String token = sessions.beginFirst(connection, id, hash);
      SignInWaits.clear(connection, Proof.name(id));
      connection.commit();
      return new SignInOutcome.SignedIn(token);
    }
  }

  /** Ends a first sign-in: sets the password, and proves that the telephone gives the codes. */
  public SignInOutcome finish(DeskSession session, String password, String code)
      throws SQLException {
    Optional<PasswordRule> broken = PasswordRule.broken(password, session.person().id());
    if (broken.isPresent()) {
      return new SignInOutcome.BadPassword(broken.get());
    }
    String secret = session.offeredSecret();
    OptionalLong step =
        secret == null ? OptionalLong.empty() : Totp.match(secret, code, clock.instant());
    if (secret == null || step.isEmpty()) {
      return new SignInOutcome.Wrong();
    }
    Optional<String> encoded = proof.encoded(password);
    return encoded.isEmpty()
        ? new SignInOutcome.Busy()
        : finish(session, encoded.get(), secret, step.getAsLong());
  }

  /**
   * Uses the code up, by one statement: of several first sign-ins one ends, and only by the code by
   * which it began. A code that was given meanwhile is none of theirs.
   */
  private SignInOutcome finish(DeskSession session, String password, String secret, long step)
      throws SQLException {
    String id = session.person().id();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "UPDATE person SET password = ?, totp_secret = ?, first_code = NULL, totp_step = "
              + step
              + " WHERE id = ? AND disabled_at IS NULL AND first_code ="
              + " (SELECT s.first_code FROM desk_session s WHERE s.token_hash = ?)";
      if (People.update(connection, sql, password, secret, id, session.id()) == 0) {
        return new SignInOutcome.Wrong();
      }
      Sessions.endAll(connection, id);
      String token = sessions.begin(connection, id);
      SignInWaits.clear(connection, Proof.name(id));
      log.add(connection, new Entry(id, Deed.PASSWORD_SET, id, ""));
      connection.commit();
      return new SignInOutcome.SignedIn(token);
    }
  }

  /** What a telephone reads to give the codes of a first sign-in. */
  public static String uri(DeskSession session, String office) {
    String secret = session.offeredSecret();
    if (secret == null) {
      throw new IllegalStateException("not a first sign-in");
    }
    return Totp.uri(office, session.person().id(), secret);
  }

  /** Ends the session. */
  public void signOut(DeskSession session) throws SQLException {
    sessions.end(session.id());
    String id = session.person().id();
    log.add(new Entry(id, Deed.SIGNED_OUT, id, ""));
  }
}
