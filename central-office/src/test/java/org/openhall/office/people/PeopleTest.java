package org.openhall.office.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.people.PeopleOutcome.Why;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class PeopleTest {
  private final TestDatabase kind;
  @TempDir Path folder;
  private OfficeDatabase database;
  private People people;
  private Confirmation confirmation;

  PeopleTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void join() throws IOException, SQLException {
    database = kind.open(folder);
    people = new People(database, new AuditLog(database, OfficeTime.clock()), OfficeTime.clock());
    confirmation = new Confirmation(database, new AuditLog(database, OfficeTime.clock()));
    people.add("li.ming", "李明", Entry.COMMAND);
    people.grant("li.ming", Set.of(Role.EDITOR, Role.REVIEWER), Entry.COMMAND);
  }

  /** Else whoever gives it signs in as somebody with roles that they could never grant. */
  @Test
  void aCodeGivenAtTheDeskTakesTheRoles() throws SQLException {
    assertInstanceOf(PeopleOutcome.Code.class, people.giveCode("li.ming", "zhao.wei"));
    assertEquals(Set.of(), roles());
    var said =
        new AuditTrail(database)
            .list(new AuditTrail.Filter("zhao.wei", "", "", "", 0), 10).stream()
                .map(row -> row.deed() + " " + row.words())
                .toList();
    assertEquals(List.of(Deed.ROLES_GRANTED + " -", Deed.FIRST_CODE_GIVEN + " "), said);
    people.grant("li.ming", Set.of(Role.AUDIT_ADMINISTRATOR), Entry.COMMAND);
    people.giveCode("li.ming", "zhao.wei");
    people.grant("li.ming", Set.of(Role.EDITOR), Entry.COMMAND);
    assertEquals(Set.of(Role.EDITOR), roles());
  }

  @Test
  void aCodeGivenOnTheServerLeavesThem() throws SQLException {
    assertInstanceOf(PeopleOutcome.Code.class, people.giveCode("li.ming", Entry.COMMAND));
    assertEquals(Set.of(Role.EDITOR, Role.REVIEWER), roles());
  }

  @Test
  void nobodyGivesACodeToThemselves() throws SQLException {
    assertEquals(new PeopleOutcome.Refused(Why.ONESELF), people.giveCode("li.ming", "li.ming"));
    assertEquals(Set.of(Role.EDITOR, Role.REVIEWER), roles());
  }

  /** Who made the account knows its code: at the desk it gets no role before two have met. */
  @Test
  void atTheDeskOnlyWhoIsConfirmedGetsARole() throws SQLException {
    people.grant("li.ming", Set.of(Role.EDITOR), Entry.COMMAND);
    Set<Role> more = Set.of(Role.EDITOR, Role.PUBLISHER);
    assertEquals(refused(Why.NOT_CONFIRMED), people.grant("li.ming", more, "qian"));
    assertEquals(refused(Why.NOT_YET), confirmation.confirm("li.ming", "AAAA-AAAA", "qian"));
    Person person = signedIn();
    String word = confirmation.word(person).orElseThrow();
    assertEquals(refused(Why.WRONG_WORD), confirmation.confirm("li.ming", "AAAA-AAAA", "qian"));
    assertEquals(refused(Why.ONESELF), confirmation.confirm("li.ming", word, "li.ming"));
    assertEquals(refused(Why.NOT_CONFIRMED), people.grant("li.ming", more, "qian"));
    String typed = word.toLowerCase(Locale.ROOT).replace("-", "");
    assertEquals(new PeopleOutcome.Done(), confirmation.confirm("li.ming", typed, "qian"));
    assertEquals(Optional.empty(), confirmation.word(person), "shown no more");
    assertEquals(new PeopleOutcome.Done(), people.grant("li.ming", more, "qian"));
    assertEquals(more, roles());
  }

  @Test
  void anotherCodeMakesConfirmingNecessaryAgain() throws SQLException {
    Person person = signedIn();
    confirmation.confirm("li.ming", confirmation.word(person).orElseThrow(), "qian");
    people.giveCode("li.ming", "zhao.wei");
    assertEquals(refused(Why.NOT_CONFIRMED), people.grant("li.ming", Set.of(Role.EDITOR), "qian"));
    assertEquals(Set.of(), roles());
  }

  @Test
  void rolesAreTakenAwayWithoutAWord() throws SQLException {
    assertEquals(new PeopleOutcome.Done(), people.grant("li.ming", Set.of(Role.REVIEWER), "qian"));
    assertEquals(Set.of(Role.REVIEWER), roles());
  }

  private static PeopleOutcome refused(Why why) {
    return new PeopleOutcome.Refused(why);
  }

  private Person signedIn() throws SQLException {
    Sessions sessions = new Sessions(database, people, OfficeTime.clock());
    SignIn signIn =
        new SignIn(
            database, sessions, new AuditLog(database, OfficeTime.clock()), OfficeTime.clock());
    PeopleOutcome code = people.giveCode("li.ming", Entry.COMMAND);
    SignInOutcome begun =
        signIn.first("li.ming", assertInstanceOf(PeopleOutcome.Code.class, code).code());
    String token = assertInstanceOf(SignInOutcome.SignedIn.class, begun).token();
    DeskSession first = sessions.find(token).orElseThrow();
    String secret = Objects.requireNonNull(first.offeredSecret());
    String now = Totp.code(secret, OfficeTime.clock().instant());
    assertInstanceOf(
        SignInOutcome.SignedIn.class, signIn.finish(first, "correct horse battery", now));
    return first.person();
  }

  private Set<Role> roles() {
    return people.find("li.ming").orElseThrow().roles();
  }

  /** In the log nobody is taken for the server's command or for a program's token. */
  @Test
  void nobodyIsCalledWhatIsNoPerson() throws SQLException {
    assertEquals(
        new PeopleOutcome.Refused(Why.ID_TAKEN), people.add("command", "甲", Entry.COMMAND));
    assertEquals(new PeopleOutcome.Refused(Why.BAD_ID), people.add("api:省库", "甲", Entry.COMMAND));
    assertEquals(new PeopleOutcome.Refused(Why.BAD_ID), people.add("api:a", "甲", Entry.COMMAND));
  }
}
