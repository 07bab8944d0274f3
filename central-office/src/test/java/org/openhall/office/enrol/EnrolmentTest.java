package org.openhall.office.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.TrustAnchors;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.enrol.EnrolOutcome.Enrolled;
import org.openhall.office.enrol.EnrolOutcome.Refused;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class EnrolmentTest {
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final TrustAnchors ANCHORS =
      TrustAnchors.of("root".getBytes(StandardCharsets.UTF_8), new byte[] {1});

  @TempDir Path folder;
  private OfficeDatabase database;
  private CertificateAuthority authority;
  private final TestKey key = TestKey.make();
  private final TestDatabase kind;

  EnrolmentTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
    authority = CertificateAuthority.open(folder.resolve("pki"), "示例", clock(NOON));
  }

  private static Clock clock(Instant time) {
    return Clock.fixed(time, OfficeTime.ZONE);
  }

  private Enrolment at(Instant time) {
    return new Enrolment(database, authority, new SecureRandom(), clock(time));
  }

  private Terminals terminals(Instant time) {
    return new Terminals(database, authority, new SecureRandom(), clock(time));
  }

  private EnrolOutcome redeem(EnrolmentToken token, TestKey by) throws SQLException, IOException {
    return at(NOON).redeem(token.text(), by.request(), null);
  }

  @Test
  void enrolsOnceWithAToken() throws SQLException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, "一楼大厅");
    Enrolled enrolled = assertInstanceOf(Enrolled.class, redeem(token, key));
    assertEquals(key.pair().getPublic(), enrolled.certificate().getPublicKey());
    assertEquals(new Refused(Reason.USED_TOKEN), redeem(token, TestKey.make()));
    EnrolledTerminal terminal = terminals(NOON).all().getFirst();
    assertEquals(enrolled.terminalId(), terminal.id());
    assertEquals("一楼大厅", terminal.hall());
    assertEquals(NOON.plus(Duration.ofDays(90)), terminal.certificateUntil());
  }

  /** The answer may have been lost on the line. */
  @Test
  void theSameKeyMayAskAgainWithinTheTokensTimeAndGetsTheSame() throws SQLException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    EnrolOutcome first = redeem(token, key);
    assertEquals(first, redeem(token, key));
    Instant dayLater = NOON.plus(Enrolment.LIFE);
    assertEquals(
        new Refused(Reason.EXPIRED_TOKEN), at(dayLater).redeem(token.text(), key.request(), null));
    assertEquals(1, terminals(NOON).all().size());
  }

  @Test
  void aTerminalGetsNothingByATokenThatAnotherUsed() throws SQLException, IOException {
    at(NOON).admit(key.request(), null);
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    redeem(token, TestKey.make());
    assertEquals(new Refused(Reason.USED_TOKEN), redeem(token, key));
  }

  @Test
  void aTerminalThatIsLockedOutGetsNothingByItsOldToken() throws SQLException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    Enrolled enrolled = assertInstanceOf(Enrolled.class, redeem(token, key));
    terminals(NOON).revoke(enrolled.terminalId(), "被盗");
    assertEquals(new Refused(Reason.USED_TOKEN), redeem(token, key));
  }

  @Test
  void takesTheHallFromTheTerminalWhereTheOfficeNamedNone() throws SQLException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    at(NOON).redeem(token.text(), key.request(), "二楼");
    assertEquals("二楼", terminals(NOON).all().getFirst().hall());
  }

  @Test
  void refusesATokenThatIsADayOld() throws SQLException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    Instant dayLater = NOON.plus(Duration.ofHours(24));
    assertEquals(
        new Refused(Reason.EXPIRED_TOKEN), at(dayLater).redeem(token.text(), key.request(), null));
    assertInstanceOf(
        Enrolled.class, at(dayLater.minusSeconds(1)).redeem(token.text(), key.request(), null));
  }

  @Test
  void refusesATokenItNeverMade() throws SQLException, IOException {
    EnrolmentToken foreign = EnrolmentToken.issue(new SecureRandom(), ANCHORS);
    assertEquals(new Refused(Reason.UNKNOWN_TOKEN), redeem(foreign, key));
  }

  @Test
  void refusesWhatIsNoToken() throws SQLException, IOException {
    assertEquals(
        new Refused(Reason.MALFORMED_REQUEST), at(NOON).redeem("OH2-abc", key.request(), null));
  }

  @Test
  void letsOneOfFourTerminalsInThatShowOneTokenAtOnce()
      throws InterruptedException, ExecutionException, IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    List<Callable<EnrolOutcome>> asking = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      TestKey own = TestKey.make();
      asking.add(() -> redeem(token, own));
    }
    List<EnrolOutcome> outcomes = together(asking);
    assertEquals(1, outcomes.stream().filter(Enrolled.class::isInstance).count());
    assertEquals(1, terminals(NOON).all().size());
  }

  @Test
  void oneTerminalThatAsksFourTimesAtOnceGetsOneCertificate()
      throws InterruptedException, ExecutionException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    List<EnrolOutcome> outcomes = together(Collections.nCopies(4, () -> redeem(token, key)));
    Set<EnrolOutcome> different = new HashSet<>(outcomes);
    assertEquals(1, different.size());
    assertInstanceOf(Enrolled.class, outcomes.getFirst());
  }

  private static List<EnrolOutcome> together(List<Callable<EnrolOutcome>> asking)
      throws InterruptedException, ExecutionException {
    List<EnrolOutcome> outcomes = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(asking.size())) {
      for (Future<EnrolOutcome> outcome : all.invokeAll(asking)) {
        outcomes.add(outcome.get());
      }
    }
    return outcomes;
  }

  @Test
  void letsInByStickWhomAPersonHasCompared() throws SQLException, IOException {
    Enrolled first = at(NOON).admit(key.request(), "三楼");
    assertEquals(first, at(NOON).admit(key.request(), "三楼"));
    terminals(NOON).revoke(first.terminalId(), "被盗");
    assertNotEquals(first.terminalId(), at(NOON).admit(key.request(), "三楼").terminalId());
  }

  @Test
  void storesNoTokenThatCouldBeUsed() throws IOException {
    EnrolmentToken token = at(NOON).issue(ANCHORS, null);
    String grouped = token.text().substring(4, 23);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(token.secret()), file.toString());
        assertFalse(bytes.contains(grouped), file.toString());
      }
    }
  }
}
