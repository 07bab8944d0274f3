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
import java.util.Collections;
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
    String offered = offered(session).orElseThrow();
    return new DeskSession(
        session.id(), session.person(), session.csrf(), session.stage(), offered);
  }

  private Optional<String> offered(DeskSession of) {
    return database
        .client()
        .sql("SELECT totp_secret FROM desk_session WHERE token_hash = ? AND totp_secret <> ''")
        .param(of.id())
        .query(String.class)
        .optional();
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

  @Test
  void whatOneChangesIsTheirsAlone() throws SQLException {
    PeopleOutcome added = people.add("zhao.wei", "赵伟", "command");
    String first = assertInstanceOf(PeopleOutcome.Code.class, added).code();
    DeskSession begun = session(signIn(clock).first("zhao.wei", first));
    String ofOther = Objects.requireNonNull(begun.offeredSecret());
    DeskSession other = session(signIn(clock).finish(begun, OLD, code(ofOther, clock)));
    OwnAccount account = account(later(1));
    String now = code(secret, later(1));
    assertEquals(Optional.empty(), account.changePassword(session, OLD, now, FRESH));
    OwnAccount next = account(later(2));
    assertEquals(Optional.empty(), next.offerAuthenticator(session, FRESH, code(secret, later(2))));
    assertEquals(Optional.empty(), offered(other));
    DeskSession offered = again();
    String fresh = Objects.requireNonNull(offered.offeredSecret());
    String shown = code(fresh, later(3));
    assertEquals(Optional.empty(), account(later(3)).takeAuthenticator(offered, shown));
    assertInstanceOf(SignInOutcome.Wrong.class, enter(FRESH, fresh, later(3)), "a used code");
    session(signIn(later(2)).signIn("zhao.wei", OLD, code(ofOther, later(2))));
    assertEquals(2, next.sessions(other.person()).size(), "neither was ended");
  }

  @Test
  void onlyTheSecretThatWasOfferedLastIsTaken() throws SQLException {
    assertEquals(
        Optional.empty(),
        account(later(1)).offerAuthenticator(session, OLD, code(secret, later(1))));
    DeskSession before = again();
    OwnAccount account = account(later(2));
    assertEquals(
        Optional.empty(), account.offerAuthenticator(session, OLD, code(secret, later(2))));
    String shown = code(Objects.requireNonNull(before.offeredSecret()), later(2));
    assertInstanceOf(
        SignInOutcome.Wrong.class, account.takeAuthenticator(before, shown).orElseThrow());
    session(enter(OLD, secret, later(3)));
  }

  @Test
  void sessionsThatHaveEndedByThemselvesAreNotListed() throws SQLException {
    session(enter(OLD, secret, later(1)));
    List<OwnAccount.Open> open = account(later(1)).sessions(session.person());
    assertEquals(session.id(), open.getLast().id(), "the latest used first");
    Clock idle = Clock.offset(clock, Sessions.IDLE.plusSeconds(1));
    assertEquals(List.of(open.getFirst()), account(idle).sessions(session.person()));
    Clock late = Clock.offset(clock, Sessions.LONGEST.plusSeconds(1));
    database
        .client()
        .sql("UPDATE desk_session SET used_at = ?")
        .param(late.instant().toString())
        .update();
    assertEquals(1, account(late).sessions(session.person()).size());
  }

  /** Four are free; whoever proves who they are has them again. */
  @Test
  void wrongAttemptsCountUntilOneIsRight() throws SQLException {
    OwnAccount account = account(later(1));
    String now = code(secret, later(1));
    for (int i = 0; i < 3; i++) {
      account.changePassword(session, FRESH, now, FRESH);
    }
    assertEquals(Optional.empty(), account.changePassword(session, OLD, now, FRESH));
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(
          SignInOutcome.Wrong.class,
          account.changePassword(session, FRESH, now, OLD).orElseThrow(),
          "a used code");
    }
    assertEquals(
        6, Collections.frequency(deeds(), Deed.SIGN_IN_FAILED.name()), "whoever is at it is noted");
    assertFalse(
        account.offerAuthenticator(session, OLD, now).orElseThrow() instanceof SignInOutcome.Wait);
    account.offerAuthenticator(session, OLD, now);
    assertInstanceOf(
        SignInOutcome.Wait.class, account.offerAuthenticator(session, OLD, now).orElseThrow());
  }
}
