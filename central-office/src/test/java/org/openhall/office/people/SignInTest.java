package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.AuditRow;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.people.PeopleOutcome.Why;

@OnBothDatabases
class SignInTest {
  private static final String PASSWORD = "correct horse battery";

  private final TestDatabase kind;
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final Clock clock = moving();
  private OfficeDatabase database;
  private People people;
  private Sessions sessions;
  private SignIn signIn;
  private String secret;

  private Clock moving() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  SignInTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void join() throws IOException, SQLException {
    database = kind.open(folder);
    AuditLog log = new AuditLog(database, clock);
    people = new People(database, log, clock);
    sessions = new Sessions(database, people, clock);
    signIn = new SignIn(database, sessions, log, clock);
    String code = code(people.add("li.ming", "李明", "command"));
    DeskSession first =
        session(token(signIn.first("li.ming", code.toLowerCase(java.util.Locale.ROOT))));
    secret = Objects.requireNonNull(first.offeredSecret());
    token(signIn.finish(first, PASSWORD, Totp.code(secret, now)));
    now = now.plusSeconds(60);
  }

  private static String code(PeopleOutcome outcome) {
    return assertInstanceOf(PeopleOutcome.Code.class, outcome).code();
  }

  private static String token(SignInOutcome outcome) {
    return assertInstanceOf(SignInOutcome.SignedIn.class, outcome).token();
  }

  private DeskSession session(String token) {
    return sessions.find(token).orElseThrow();
  }

  private SignInOutcome right() throws SQLException {
    return signIn.signIn("li.ming", PASSWORD, Totp.code(secret, now));
  }

  private void isWrong(SignInOutcome outcome) {
    assertInstanceOf(SignInOutcome.Wrong.class, outcome);
  }

  @Test
  void takesPasswordAndCodeTogetherAndNeitherAlone() throws SQLException {
    assertEquals("李明", session(token(right())).person().name());
    now = now.plusSeconds(60);
    isWrong(signIn.signIn("li.ming", PASSWORD, "000000"));
    isWrong(signIn.signIn("li.ming", "another horse battery", Totp.code(secret, now)));
    isWrong(signIn.signIn("nobody", PASSWORD, Totp.code(secret, now)));
  }

  @Test
  void aCodeWorksOnce() throws SQLException {
    token(right());
    isWrong(right());
    now = now.plusSeconds(30);
    token(right());
  }

  @Test
  void theFirstCodeWorksOnceAndForThreeDays() throws SQLException {
    String code = code(people.giveCode("li.ming", "command"));
    isWrong(right());
    now = now.plus(Duration.ofDays(3)).plusSeconds(1);
    isWrong(signIn.first("li.ming", code));
    code = code(people.giveCode("li.ming", "command"));
    DeskSession first = session(token(signIn.first("li.ming", code)));
    DeskSession second = session(token(signIn.first("li.ming", code)));
    String one = Objects.requireNonNull(first.offeredSecret());
    String other = Objects.requireNonNull(second.offeredSecret());
    isWrong(signIn.finish(first, PASSWORD, "123456"));
    assertInstanceOf(
        SignInOutcome.BadPassword.class, signIn.finish(first, "short", Totp.code(one, now)));
    token(signIn.finish(first, PASSWORD, Totp.code(one, now)));
    isWrong(signIn.finish(second, PASSWORD, Totp.code(other, now)));
    isWrong(signIn.first("li.ming", code));
  }

  /** A session that was begun while the code was exchanged is there after those were ended. */
  @Test
  void aFirstSignInEndsOnlyByTheCodeByWhichItBegan() throws SQLException {
    String old = code(people.giveCode("li.ming", "command"));
    people.giveCode("li.ming", "command");
    String late;
    try (Connection connection = database.connect()) {
      late = sessions.beginFirst(connection, "li.ming", Secrets.hash(old));
    }
    DeskSession first = session(late);
    String offered = Objects.requireNonNull(first.offeredSecret());
    isWrong(signIn.finish(first, PASSWORD, Totp.code(offered, now)));
  }

  @Test
  void ofFirstSignInsAtOnceByOneCodeOneEnds() throws Exception {
    String code = code(people.giveCode("li.ming", "command"));
    List<Callable<SignInOutcome>> ends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      DeskSession first = session(token(signIn.first("li.ming", code)));
      String offered = Objects.requireNonNull(first.offeredSecret());
      ends.add(() -> signIn.finish(first, PASSWORD, Totp.code(offered, now)));
    }
    long done = 0;
    try (ExecutorService many = Executors.newFixedThreadPool(ends.size())) {
      for (Future<SignInOutcome> end : many.invokeAll(ends)) {
        done += end.get() instanceof SignInOutcome.SignedIn ? 1 : 0;
      }
    }
    assertEquals(1, done);
  }

  private SignInOutcome attempt(SignIn crowded) {
    try {
      return crowded.signIn("li.ming", PASSWORD, Totp.code(secret, now));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Nor does it count against the name: nothing was looked at. */
  @Test
  void whoFindsNoRoomIsSentAwayAtOnce() throws SQLException {
    HashingRoom room = new HashingRoom(1, 0, Duration.ZERO);
    AuditLog log = new AuditLog(database, clock);
    SignIn crowded = new SignIn(database, sessions, log, clock, room);
    for (int i = 0; i < 8; i++) {
      assertEquals(Optional.of(new SignInOutcome.Busy()), room.run(() -> attempt(crowded)));
    }
    token(crowded.signIn("li.ming", PASSWORD, Totp.code(secret, now)));
  }

  /** Of a name that nobody has as well, so that nothing shows who is there. */
  @Test
  void waitsGrowWithWrongAttempts() throws SQLException {
    for (String id : List.of("li.ming", "nobody")) {
      for (int i = 0; i < 4; i++) {
        isWrong(signIn.signIn(id, "wrong", "000000"));
      }
      assertEquals(now.plusSeconds(30), until(signIn.signIn(id, "wrong", "000000")));
      assertEquals(now.plusSeconds(30), until(signIn.signIn(id, PASSWORD, Totp.code(secret, now))));
      now = now.plusSeconds(31);
      assertEquals(now.plusSeconds(60), until(signIn.signIn(id, "wrong", "000000")));
    }
    now = now.plusSeconds(61);
    token(right());
    now = now.plusSeconds(60);
    isWrong(signIn.signIn("li.ming", "wrong", "000000"));
    assertTrue(
        new AuditTrail(database)
            .list(AuditTrail.Filter.ALL, 100).stream()
                .map(AuditRow::deed)
                .toList()
                .containsAll(List.of("LOCKED_OUT", "SIGN_IN_FAILED", "SIGNED_IN")));
  }

  /** As many are looked at as of attempts one after another. */
  @Test
  void attemptsAtOnceAreNoWayAroundTheWait() throws Exception {
    try (ExecutorService many = Executors.newFixedThreadPool(12)) {
      Callable<SignInOutcome> attempt = () -> signIn.signIn("li.ming", "wrong", "000000");
      for (Future<SignInOutcome> done : many.invokeAll(Collections.nCopies(24, attempt))) {
        assertNotNull(done.get());
      }
    }
    long looked =
        new AuditTrail(database)
            .list(AuditTrail.Filter.ALL, 100).stream()
                .filter(row -> row.deed().matches("LOCKED_OUT|SIGN_IN_FAILED"))
                .count();
    assertEquals(5, looked);
    assertEquals(now.plusSeconds(30), until(right()), "the right one waits as well");
  }

  @Test
  void whatIsRightIsNotCounted() throws SQLException {
    for (int i = 0; i < 8; i++) {
      token(right());
      now = now.plusSeconds(30);
    }
    String code = code(people.giveCode("li.ming", "command"));
    for (int i = 0; i < 8; i++) {
      token(signIn.first("li.ming", code));
    }
  }

  @Test
  void noWaitIsLongerThanAnHour() throws SQLException {
    for (int i = 0; i < 14; i++) {
      signIn.signIn("li.ming", "wrong", "000000");
      now = now.plus(Duration.ofHours(1));
    }
    Instant until = until(signIn.signIn("li.ming", "wrong", "000000"));
    assertEquals(now.plus(Duration.ofHours(1)), until);
    now = until.minusSeconds(1);
    assertEquals(until, until(right()));
    now = until;
    token(right());
  }

  private static Instant until(SignInOutcome outcome) {
    return assertInstanceOf(SignInOutcome.Wait.class, outcome).until();
  }

  @Test
  void aSessionEndsWhenIdleAndInAnyCaseAfterTenHours() throws SQLException {
    String token = token(right());
    for (int i = 0; i < 20; i++) {
      now = now.plus(Duration.ofMinutes(29));
      assertTrue(sessions.find(token).isPresent(), "in use");
    }
    now = now.plus(Duration.ofMinutes(29));
    assertEquals(Optional.empty(), sessions.find(token), "ten hours");
    token = token(right());
    now = now.plus(Duration.ofMinutes(31));
    assertEquals(Optional.empty(), sessions.find(token), "idle");
  }

  @Test
  void whoIsChangedOrShutOutIsSignedOut() throws SQLException {
    String token = token(right());
    people.grant("li.ming", Set.of(Role.EDITOR), "command");
    assertEquals(Optional.empty(), sessions.find(token));
    now = now.plusSeconds(60);
    token = token(right());
    assertEquals(Set.of(Role.EDITOR), session(token).person().roles());
    people.disable("li.ming", "zhao");
    assertEquals(Optional.empty(), sessions.find(token));
    now = now.plusSeconds(60);
    isWrong(right());
  }

  @Test
  void theThreeAdministratorsHaveNoOtherRole() throws SQLException {
    for (Role lone : EnumSet.range(Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)) {
      for (Role other : Role.values()) {
        if (other != lone) {
          assertEquals(
              new PeopleOutcome.Refused(Why.ROLES_APART),
              people.grant("li.ming", Set.of(lone, other), "zhao"));
        }
      }
      assertEquals(new PeopleOutcome.Done(), people.grant("li.ming", Set.of(lone), "command"));
      assertEquals(Set.of(lone), people.find("li.ming").orElseThrow().roles());
      for (int flag : new int[] {0, 1}) {
        insertingIsRefused("EDITOR", flag);
        insertingIsRefused(
            lone == Role.SYSTEM_ADMINISTRATOR ? "AUDIT_ADMINISTRATOR" : "SYSTEM_ADMINISTRATOR",
            flag);
      }
    }
    assertEquals(
        new PeopleOutcome.Refused(Why.ONESELF),
        people.grant("li.ming", Set.of(Role.EDITOR), "li.ming"));
  }

  /** By the database, whatever program writes to it. */
  private void insertingIsRefused(String role, int lone) throws SQLException {
    try (Connection connection = database.connect()) {
      assertThrows(
          SQLException.class,
          () ->
              People.update(
                  connection,
                  "INSERT INTO person_role (person_id, role, lone) VALUES ('li.ming', ?, "
                      + lone
                      + ")",
                  role),
          role + " " + lone);
    }
  }
}
