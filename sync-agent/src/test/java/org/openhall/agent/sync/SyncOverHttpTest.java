package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;
import static org.openhall.agent.sync.TestOffice.NOW;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.text.Words;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/** The run with its status file, over a real HTTP server. */
class SyncOverHttpTest {
  private @TempDir Path dir;
  private TestOffice office;
  private HttpServer server;
  private SyncRun run;
  private Path data;

  @BeforeEach
  void start() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        SimpleFileServer.createFileServer(
            any, dir.resolve("office").toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    data = dir.resolve("terminal");
    URI address =
        URI.create(
            "http://%s:%d"
                .formatted(server.getAddress().getHostString(), server.getAddress().getPort()));
    TerminalIdentity identity = new TerminalIdentity("t-1", address, List.of("city"), NOW);
    Membership membership = Membership.of(data, identity, CLOCK).orElseThrow();
    Updater.trust(Terminal.metadata(data), office.root());
    SyncJob job =
        new SyncJob(new Terminal(data, identity), membership.repository(), CLOCK, SyncWatch.NONE);
    run = new SyncRun(job, membership, Words.in("en"), CLOCK);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private AgentStatus status() throws IOException {
    return StatusFile.agent(data).read().orElseThrow();
  }

  @Test
  void aReleaseArrivesAndTheStatusSaysSo() throws IOException, RepositoryException {
    office.publish(1, "a");
    SyncRun.Finished finished = run.run(NOW.plusSeconds(60));
    assertEquals(new SyncOutcome.Activated(1, 1), finished.outcome());
    assertTrue(finished.bytes() > 1000, "the bytes are counted");
    AgentStatus expected =
        new AgentStatus(
            1,
            NOW,
            NOW,
            AgentStatus.Outcome.ACTIVATED,
            null,
            NOW.plusSeconds(60),
            new AgentStatus.Files(0, 0, List.of()),
            null,
            null,
            null);
    assertEquals(expected, status());
    assertEquals(new SyncOutcome.UpToDate(1), run.run(null).outcome());
    assertEquals(AgentStatus.Outcome.UP_TO_DATE, status().outcome());
  }

  @Test
  void anUpdateArrives() throws IOException, RepositoryException {
    office.publish(1, "a");
    run.run(null);
    office.publish(2, "b", "c");
    assertEquals(new SyncOutcome.Activated(2, 2), run.run(null).outcome());
    assertEquals(2, status().release());
  }

  @Test
  void aServerThatIsDownLeavesWhatWasVerified() throws IOException, RepositoryException {
    office.publish(1, "a");
    run.run(null);
    server.stop(0);
    assertInstanceOf(SyncOutcome.Offline.class, run.run(null).outcome());
    AgentStatus status = status();
    assertEquals(AgentStatus.Outcome.OFFLINE, status.outcome());
    assertEquals(1, status.release());
    assertEquals(NOW, status.lastVerified());
    assertNotNull(status.detail());
  }

  @Test
  void aTamperedPackIsRefusedWithASentenceInTheStatus() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(1, "a");
    Path served = office.served(release.channels().getFirst().full());
    byte[] tampered = Files.readAllBytes(served);
    tampered[tampered.length - 1] ^= 1;
    Files.write(served, tampered);
    assertInstanceOf(SyncOutcome.Refused.class, run.run(null).outcome());
    AgentStatus status = status();
    assertEquals(AgentStatus.Outcome.REFUSED, status.outcome());
    assertEquals(0, status.release());
    assertNull(status.lastVerified());
    String detail = String.valueOf(status.detail());
    assertTrue(detail.contains("SHA-256") && detail.contains("Publish again"), detail);
  }
}
