package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.AuditRow;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.Deed;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class OwnAccountTest {
  private static final String OLD = "correct horse battery";
  private static final String FRESH = "another horse battery";

  private final TestDatabase kind;
  private final Clock clock =
      Clock.fixed(java.time.Instant.parse("2026-03-02T01:00:00Z"), OfficeTime.ZONE);
  @TempDir Path folder;
  private OfficeDatabase database;
  private AuditLog log;
  private People people;
  private DeskSession session;
  private String secret;

  OwnAccountTest(TestDatabase kind) {
    this.kind = kind;
  }

  private Sessions sessions(Clock at) {
    return new Sessions(database, people, at);
  }

  private SignIn signIn(Clock at) {
    return new SignIn(database, sessions(at), log, at);
  }

  private OwnAccount account(Clock at) {
    return new OwnAccount(database, signIn(at), log, at);
  }

  private Clock later(int steps) {
    return Clock.offset(clock, Duration.ofSeconds(30L * steps));
  }

  private String code(String ofSecret, Clock at) {
    return Totp.code(ofSecret, at.instant());
  }

  @BeforeEach
  void join() throws IOException, SQLException {
    database = kind.open(folder);
    log = new AuditLog(database, clock);
    people = new People(database, log, clock);
    PeopleOutcome added = people.add("li.ming", "李明", "command");
    String first = assertInstanceOf(PeopleOutcome.Code.class, added).code();
    DeskSession begun = session(signIn(clock).first("li.ming", first));
    secret = Objects.requireNonNull(begun.offeredSecret());
    session = session(signIn(clock).finish(begun, OLD, code(secret, clock)));
  }

  private DeskSession session(SignInOutcome outcome) {
    String token = assertInstanceOf(SignInOutcome.SignedIn.class, outcome).token();
    return sessions(clock).find(token).orElseThrow();
  }

  private SignInOutcome enter(String password, String ofSecret, Clock at) throws SQLException {
    return signIn(at).signIn("li.ming", password, code(ofSecret, at));
  }

  private List<String> deeds() {
    return new AuditTrail(database)
        .list(AuditTrail.Filter.ALL, 100).stream().map(AuditRow::deed).toList();
  }

  @Test
  void aPasswordChangesForWhoProvesTheOldOne() throws SQLException {
    session(enter(OLD, secret, later(1)));
    OwnAccount account = account(later(2));
    String now = code(secret, later(2));
    assertInstanceOf(
        SignInOutcome.BadPassword.class,
        account.changePassword(session, OLD, now, "short").orElseThrow());
    assertInstanceOf(
        SignInOutcome.Wrong.class,
        account.changePassword(session, FRESH, now, FRESH).orElseThrow(),
        "not the present one");
    assertInstanceOf(
        SignInOutcome.Wrong.class,
        account.changePassword(session, OLD, code(secret, later(1)), FRESH).orElseThrow(),
        "a code that was used");
    assertEquals(2, account.sessions(session.person()).size());
    assertEquals(Optional.empty(), account.changePassword(session, OLD, now, FRESH));
    assertEquals(1, account.sessions(session.person()).size(), "the other session is ended");
    assertTrue(deeds().contains(Deed.PASSWORD_CHANGED.name()));
    assertInstanceOf(SignInOutcome.Wrong.class, enter(OLD, secret, later(3)));
    session(enter(FRESH, secret, later(4)));
  }

  @Test
  void anAuthenticatorChangesForWhoHasTheOldOne() throws SQLException {
    OwnAccount account = account(later(1));
    assertInstanceOf(
        SignInOutcome.Wrong.class,
        account.takeAuthenticator(session, code(secret, later(1))).orElseThrow(),
        "nothing was offered");
    assertInstanceOf(
        SignInOutcome.Wrong.class,
        account.offerAuthenticator(session, OLD, "000000").orElseThrow());
    assertEquals(
        Optional.empty(), account.offerAuthenticator(session, OLD, code(secret, later(1))));
    DeskSession offered = again();
    String fresh = Objects.requireNonNull(offered.offeredSecret());
    session(enter(OLD, secret, later(2)));
    assertInstanceOf(
        SignInOutcome.Wrong.class,
        account.takeAuthenticator(offered, code(secret, later(1))).orElseThrow(),
        "the old one's code");
    String shown = code(fresh, later(1));
    assertEquals(Optional.empty(), account.takeAuthenticator(offered, shown));
    assertInstanceOf(
        SignInOutcome.Wrong.class, account.takeAuthenticator(offered, shown).orElseThrow(), "once");
    assertEquals(1, account.sessions(session.person()).size(), "the other session is ended");
    assertInstanceOf(SignInOutcome.Wrong.class, enter(OLD, secret, later(3)));
    session(enter(OLD, fresh, later(4)));
    assertTrue(deeds().contains(Deed.AUTHENTICATOR_CHANGED.name()));
  }

  private DeskSession again() {
    return database
        .client()
        .sql("SELECT totp_secret FROM desk_session WHERE token_hash = ?")
        .param(session.id())
        .query(String.class)
        .optional()
        .map(offered ->
            new DeskSession(
                session.id(), session.person(), session.csrf(), session.stage(), offered))
        .orElseThrow();
  }

  @Test
  void nobodyEndsAnothersSession() throws SQLException {
    session(enter(OLD, secret, later(1)));
    OwnAccount account = account(later(1));
    OwnAccount.Open other =
        account.sessions(session.person()).stream()
            .filter(open -> !open.id().equals(session.id()))
            .findFirst()
            .orElseThrow();
    assertFalse(account.end(new Person("zhao.wei", "赵伟", java.util.Set.of()), other.id()));
    assertTrue(account.end(session.person(), other.id()));
    assertEquals(1, account.sessions(session.person()).size());
    assertTrue(deeds().contains(Deed.SESSION_ENDED.name()));
  }
}
