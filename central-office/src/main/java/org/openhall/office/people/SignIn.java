package org.openhall.office.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;

/** How somebody proves who they are: a password and a code of their telephone, each time. */
public final class SignIn {
  private static final int LONGEST = 200;

  private final OfficeDatabase database;
  private final Sessions sessions;
  private final AuditLog log;
  private final Clock clock;
  private final SignInWaits waits;

  public SignIn(OfficeDatabase database, Sessions sessions, AuditLog log, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
    this.waits = new SignInWaits(database, clock);
  }

  /** What is kept of somebody who may sign in. */
  private record Kept(
      @Nullable String password,
      @Nullable String secret,
      @Nullable String firstCode,
      @Nullable String firstUntil) {
    static final Kept NOBODY = new Kept(null, null, null, null);

    static Kept of(ResultSet row) throws SQLException {
      return new Kept(
          row.getString("password"),
          row.getString("totp_secret"),
          row.getString("first_code"),
          row.getString("first_until"));
    }
  }

  private Optional<Kept> kept(String id) {
    return database
        .client()
        .sql("SELECT * FROM person WHERE id = ? AND disabled_at IS NULL")
        .param(id)
        .query((row, _) -> Kept.of(row))
        .optional();
  }

  /** Signs in by password and code. */
  public SignInOutcome signIn(String id, String password, String code) throws SQLException {
    Optional<Instant> until = waits.begin(name(id));
    if (until.isPresent()) {
      return new SignInOutcome.Wait(until.get());
    }
    Kept kept = kept(id).orElse(Kept.NOBODY);
    boolean known = password.length() <= LONGEST && Passwords.matches(password, kept.password);
    OptionalLong step =
        kept.secret == null ? OptionalLong.empty() : Totp.match(kept.secret, code, clock.instant());
    if (!known || step.isEmpty()) {
      return wrong(id);
    }
    return begin(id, step.getAsLong());
  }

  private SignInOutcome begin(String id, long step) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "UPDATE person SET totp_step = " + step + " WHERE id = ? AND totp_step < " + step;
      if (People.update(connection, sql, id) == 1) {
        String token = sessions.begin(connection, id, DeskSession.Stage.WHOLE);
        SignInWaits.clear(connection, name(id));
        log.add(connection, new Entry(id, Deed.SIGNED_IN, id, ""));
        connection.commit();
        return new SignInOutcome.SignedIn(token);
      }
      connection.rollback();
    }
    return wrong(id); // the code was used before
  }

  /** Begins a first sign-in by the code that an administrator gave. */
  public SignInOutcome first(String id, String code) throws SQLException {
    Optional<Instant> until = waits.begin(name(id));
    if (until.isPresent()) {
      return new SignInOutcome.Wait(until.get());
    }
    Kept kept = kept(id).orElse(Kept.NOBODY);
    String hash = Secrets.hash(Secrets.typed(code));
    if (kept.firstCode == null
        || kept.firstUntil == null
        || !Secrets.equal(kept.firstCode, hash)
        || Instant.parse(kept.firstUntil).isBefore(clock.instant())) {
      return wrong(id);
    }
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String token = sessions.begin(connection, id, DeskSession.Stage.FIRST);
      SignInWaits.clear(connection, name(id));
      connection.commit();
      return new SignInOutcome.SignedIn(token);
    }
  }

  /** Ends a first sign-in: sets the password, and proves that the telephone gives the codes. */
  public SignInOutcome finish(DeskSession session, String password, String code)
      throws SQLException {
    String id = session.person().id();
    Optional<PasswordRule> broken = PasswordRule.broken(password, id);
    if (broken.isPresent()) {
      return new SignInOutcome.BadPassword(broken.get());
    }
    String secret = session.offeredSecret();
    OptionalLong step =
        secret == null ? OptionalLong.empty() : Totp.match(secret, code, clock.instant());
    if (secret == null || step.isEmpty()) {
      return new SignInOutcome.Wrong();
    }
    String encoded = Passwords.encode(password);
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      String sql =
          "UPDATE person SET password = ?, totp_secret = ?, first_code = NULL, totp_step = "
              + step.getAsLong()
              + " WHERE id = ? AND first_code IS NOT NULL";
      if (People.update(connection, sql, encoded, secret, id) == 0) {
        return new SignInOutcome.Wrong();
      }
      Sessions.endAll(connection, id);
      String token = sessions.begin(connection, id, DeskSession.Stage.WHOLE);
      SignInWaits.clear(connection, name(id));
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

  /** What was typed for a name may be a password: it goes into no log. */
  private SignInOutcome wrong(String id) throws SQLException {
    Optional<Instant> until = waits.until(name(id));
    if (kept(id).isPresent()) {
      Deed deed = until.isPresent() ? Deed.LOCKED_OUT : Deed.SIGN_IN_FAILED;
      log.add(new Entry(id, deed, id, ""));
    }
    return until.<SignInOutcome>map(SignInOutcome.Wait::new).orElseGet(SignInOutcome.Wrong::new);
  }

  /** Nothing that was typed is kept as it is. */
  private static String name(String typed) {
    return Secrets.hash(typed);
  }
}
