package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.text.Words;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Stale;
import org.openhall.link.status.AgentStatus.Stale.Reason;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;

/** The alarm of content that may be out of date, in the status that goes to the office. */
class StaleStatusTest extends SyncScenario {

  @BeforeEach
  void publish() throws IOException, RepositoryException {
    office.publish(1, "old");
  }

  private @Nullable Stale after(Duration time) throws IOException {
    Instant now = NOW.plus(time);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Membership membership =
        Membership.of(terminal.data(), terminal.identity(), clock).orElseThrow().withoutLine();
    SyncJob job = new SyncJob(terminal, line, clock, SyncWatch.NONE);
    new SyncRun(job, membership, Words.in("en"), clock).run(null);
    AgentStatus status = StatusFile.agent(terminal.data()).read().orElseThrow();
    return status.stale();
  }

  @Test
  void aYoungReleaseRaisesNone() throws IOException {
    assertNull(after(Duration.ofDays(7)));
  }

  @Test
  void anOldOneRaisesItSinceItBecameOld() throws IOException {
    assertNull(after(Duration.ZERO));
    Stale stale = new Stale(Reason.OLD, NOW.plus(Duration.ofDays(7)));
    assertEquals(stale, after(Duration.ofDays(9)));
    assertEquals(stale, after(Duration.ofDays(12)));
  }

  @Test
  void theOfficeSaysHowOldIsOld() throws IOException, RepositoryException {
    ReleaseManifest usual = office.publish(2, "new");
    Map<String, java.nio.file.Path> packs =
        Map.of(
            usual.channels().getFirst().full().target(),
            office.served(usual.channels().getFirst().full()));
    office.publish(new ReleaseManifest(3, NOW, usual.office(), 14, usual.channels()), packs);
    assertNull(after(Duration.ofDays(14)));
    assertEquals(new Stale(Reason.OLD, NOW.plus(Duration.ofDays(14))), after(Duration.ofDays(15)));
  }

  @Test
  void aClockThatTheOfficeContradictsIsSaidThoughTheAgeMightBe() throws IOException {
    assertNull(after(Duration.ofDays(2)));
    Instant start = Instant.now();
    Duration life = Duration.ofDays(90);
    TestAuthority authority = new TestAuthority();
    new IdentityFolder(terminal.data(), Storage.durable())
        .adopt(authority.terminal("t-1", start, life));
    Clock wrong = Clock.fixed(NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);
    try (SecureServer server = new SecureServer(authority.server("127.0.0.1", start, life))) {
      TerminalIdentity identity =
          new TerminalIdentity("t-1", server.address(), List.of("city"), NOW);
      Membership membership = Membership.of(terminal.data(), identity, wrong).orElseThrow();
      SyncRun run =
          new SyncRun(
              new SyncJob(terminal, line, wrong, SyncWatch.NONE),
              membership,
              Words.in("en"),
              wrong);
      run.run(null);
      run.run(null);
    }
    AgentStatus status = StatusFile.agent(terminal.data()).read().orElseThrow();
    assertEquals(new Stale(Reason.CLOCK, wrong.instant()), status.stale());
  }

  @Test
  void aClockThatIsWrongByYearsIsSaidAndNoAge() throws IOException {
    assertNull(after(Duration.ZERO));
    Duration back = Duration.ofDays(-9_000);
    assertEquals(new Stale(Reason.CLOCK, NOW.plus(back)), after(back));
    assertEquals(new Stale(Reason.CLOCK, NOW.plus(back)), after(back.plusDays(2)));
    assertNull(after(Duration.ofHours(1)));
  }
}
