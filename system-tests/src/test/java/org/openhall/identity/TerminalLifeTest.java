package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.OfficeWord;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.repository.metadata.RepositoryException;

/** A terminal's life with its office: both sides are the real ones, the line is TLS. */
class TerminalLifeTest {
  private static @TempDir Path offices;
  private static RealOffice office;

  private @TempDir Path dir;
  private Path data;

  @BeforeAll
  static void open() throws IOException, SQLException, RepositoryException {
    office = new RealOffice(offices);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void enrol() throws IOException {
    data = dir.resolve("terminal");
    assertInstanceOf(EnrolOutcome.Enrolled.class, enrol(false));
  }

  private EnrolOutcome enrol(boolean again) throws IOException {
    return new Enrolment(data, Clock.systemUTC())
        .enrol(new Enrolment.Wish(office.address(), office.token(), null, again));
  }

  private TerminalIdentity identity() throws IOException {
    return TerminalIdentity.read(data).orElseThrow();
  }

  private Membership membership(Clock clock) throws IOException {
    return Membership.of(data, identity(), clock).orElseThrow();
  }

  private SyncOutcome sync() throws IOException {
    Membership membership = membership(Clock.systemUTC());
    SyncJob job =
        new SyncJob(
            new Terminal(data, identity()),
            membership.repository(),
            Clock.systemUTC(),
            SyncWatch.NONE);
    return new SyncRun(job, membership, Words.in("zh-CN"), Clock.systemUTC()).run(null).outcome();
  }

  private AgentStatus status() throws IOException {
    return StatusFile.agent(data).read().orElseThrow();
  }

  private EnrolledTerminal listed() throws IOException {
    String id = identity().terminalId();
    return office.terminals().all().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOfficeLearnsWhichReleaseATerminalShows() throws IOException {
    assertNull(listed().contact());
    assertInstanceOf(SyncOutcome.Activated.class, sync());
    EnrolledTerminal.Contact contact = assertNotNullContact();
    assertEquals(1, contact.status().release());
    assertEquals(AgentStatus.Outcome.ACTIVATED, contact.status().outcome());
    sync();
    assertEquals(AgentStatus.Outcome.UP_TO_DATE, assertNotNullContact().status().outcome());
    AgentStatus.Certificate certificate = status().certificate();
    assertNotNull(certificate);
    assertNull(certificate.trouble());
    assertEquals(listed().certificateUntil(), certificate.until());
  }

  private EnrolledTerminal.Contact assertNotNullContact() throws IOException {
    EnrolledTerminal.Contact contact = listed().contact();
    assertNotNull(contact);
    return contact;
  }

  @Test
  void aStolenTerminalIsLockedOutAtOnceSaysSoAndComesBackOnlyByANewEnrolment() throws IOException {
    sync();
    String stolen = identity().terminalId();
    office.terminals().revoke(stolen, "被盗");
    SyncOutcome outcome = sync();
    assertInstanceOf(SyncOutcome.LockedOut.class, outcome);
    assertEquals(AgentStatus.Outcome.LOCKED_OUT, status().outcome());
    assertTrue(String.valueOf(status().detail()).contains("已吊销本终端"), status().detail());
    assertEquals(1, status().release());
    assertInstanceOf(EnrolOutcome.Enrolled.class, enrol(true));
    assertNotEquals(stolen, identity().terminalId());
    assertInstanceOf(SyncOutcome.UpToDate.class, sync());
  }

  @Test
  void aCertificateIsRenewedAndUsedFromThenOn() throws IOException {
    Membership later = membership(Clock.offset(Clock.systemUTC(), Duration.ofDays(61)));
    var old = later.credential().orElseThrow();
    assertEquals(new OfficeWord.Well(), later.renewInTime());
    assertNotEquals(old, later.credential().orElseThrow());
    assertInstanceOf(SyncOutcome.Activated.class, sync());
    assertEquals(
        later.credential().orElseThrow().certificate(),
        membership(Clock.systemUTC()).credential().orElseThrow().certificate());
  }
}
