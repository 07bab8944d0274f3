package org.openhall.office.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class TerminalsTest {
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final Duration LIFE = Duration.ofDays(90);

  @TempDir Path folder;
  private OfficeDatabase database;
  private CertificateAuthority authority;
  private String id;
  private X509Certificate certificate;
  private final TestDatabase kind;

  TerminalsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void join() throws IOException, SQLException {
    database = kind.open(folder);
    authority = CertificateAuthority.open(folder.resolve("pki"), "示例", clock(NOON));
    EnrolOutcome.Enrolled enrolled =
        new Enrolment(database, authority, new SecureRandom(), clock(NOON))
            .admit(TestKey.make().request(), "一楼");
    id = enrolled.terminalId();
    certificate = enrolled.certificate();
  }

  private static Clock clock(Instant time) {
    return Clock.fixed(time, OfficeTime.ZONE);
  }

  private Terminals after(Duration time) throws IOException {
    Clock clock = clock(NOON.plus(time));
    CertificateAuthority then = CertificateAuthority.open(folder.resolve("pki"), "示例", clock);
    return new Terminals(database, then, new SecureRandom(), clock);
  }

  private Terminals now() throws IOException {
    return after(Duration.ZERO);
  }

  @Test
  void aCertificateIsGoodThenLateThenTooLate() throws IOException {
    Duration tooLate = LIFE.plus(Terminals.GRACE);
    assertEquals(new Standing.Member(id), after(LIFE.minusSeconds(1)).standing(certificate));
    assertEquals(new Standing.Late(id), after(LIFE).standing(certificate));
    assertEquals(new Standing.Late(id), after(tooLate.minusSeconds(1)).standing(certificate));
    assertEquals(new Standing.TooLate(), after(tooLate).standing(certificate));
  }

  @Test
  void whatAnotherProcessWritesCountsAtTheNextQuestion() throws IOException, SQLException {
    Terminals serving = now();
    assertEquals(new Standing.Member(id), serving.standing(certificate));
    OfficeDatabase command = kind.open(folder);
    new Terminals(command, authority, new SecureRandom(), clock(NOON)).revoke(id, "被盗");
    assertEquals(new Standing.Revoked(), serving.standing(certificate));
  }

  @Test
  void aCertificateThatIsNotInTheListIsUnknownWhoeverSignedIt() throws IOException {
    X509Certificate forgotten = authority.issue(TestKey.make().request(), id, LIFE);
    assertEquals(new Standing.Unknown(), now().standing(forgotten));
  }

  @Test
  void aRenewedTerminalHasTwoCertificatesAndBothAreGood() throws IOException, SQLException {
    TestKey next = TestKey.make();
    Terminals later = after(Duration.ofDays(60));
    X509Certificate second = later.renew(id, next.request());
    assertEquals(second, later.renew(id, next.request()));
    assertNotEquals(second, later.renew(id, TestKey.make().request()));
    assertEquals(new Standing.Member(id), later.standing(certificate));
    assertEquals(new Standing.Member(id), later.standing(second));
    assertEquals(NOON.plus(Duration.ofDays(150)), later.all().getFirst().certificateUntil());
  }

  @Test
  void lockingOutEndsEveryCertificateOfATerminalAtOnceAndForGood()
      throws IOException, SQLException {
    X509Certificate second = now().renew(id, TestKey.make().request());
    assertEquals(new RevokeOutcome.Revoked(), now().revoke(id, "被盗"));
    assertEquals(new Standing.Revoked(), now().standing(certificate));
    assertEquals(new Standing.Revoked(), now().standing(second));
    assertEquals(new Standing.Revoked(), after(LIFE).standing(certificate));
    assertEquals(new RevokeOutcome.AlreadyRevoked(NOON), after(LIFE).revoke(id, "again"));
    assertEquals(new EnrolledTerminal.Revocation(NOON, "被盗"), now().all().getFirst().revocation());
    assertInstanceOf(RevokeOutcome.NoSuchTerminal.class, now().revoke("T0", "?"));
  }

  @Test
  void keepsWhatATerminalSaidLast() throws IOException {
    assertNull(now().all().getFirst().contact());
    Refusal refusal =
        Refusal.met("timestamp", Refusal.Rule.SIGNATURES, "TUF 5.4.2", "0/1", "!", NOON);
    AgentStatus.Stale stale = new AgentStatus.Stale(AgentStatus.Stale.Reason.OLD, NOON);
    for (String detail : new String[] {"x".repeat(5_000), null, "no route"}) {
      AgentStatus said =
          new AgentStatus(
              7, null, NOON, AgentStatus.Outcome.OFFLINE, detail, null, null, null, refusal, stale);
      now().report(id, said);
      assertEquals(new EnrolledTerminal.Contact(NOON, said), now().all().getFirst().contact());
    }
  }

  @Test
  void theOfficeSetsHowLongCertificatesAreGood() throws IOException, SQLException {
    new CertificateLife(database).set(30);
    X509Certificate next = now().renew(id, TestKey.make().request());
    assertEquals(NOON.plus(Duration.ofDays(30)), next.getNotAfter().toInstant());
    assertThrows(IllegalArgumentException.class, () -> new CertificateLife(database).set(2));
  }
}
