package org.openhall.agent.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.SecureServer;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.agent.text.Words;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushStream;
import org.openhall.link.push.PushedFile;
import org.openhall.link.status.PushStatus;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;

/** The line as a terminal sees it: what comes, what is a lie, and when it is tried again. */
class PushListenerTest {
  private static final Duration LIFE = Duration.ofDays(90);

  @TempDir Path dir;
  private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();

  /** Each wait of the listener is handed over, so that a test is never behind it. */
  private final BlockingQueue<Duration> waits = new SynchronousQueue<>();

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private TestOffice office;
  private SecureServer server;
  private Path data;
  private PushListener listener;

  @BeforeEach
  void join() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"), Clock.systemUTC());
    office.publish(1, "a");
    Instant start = Instant.now();
    TestAuthority authority = new TestAuthority();
    server =
        new SecureServer(authority.server("127.0.0.1", start.minus(LIFE), LIFE.multipliedBy(9)));
    server.answer(this::answer);
    data = dir.resolve("terminal");
    new IdentityFolder(data, Storage.durable()).adopt(authority.terminal("t-1", start, LIFE));
    Updater.trust(Terminal.metadata(data), office.root());
    Terminal terminal =
        new Terminal(data, new TerminalIdentity("t-1", server.address(), List.of("city"), start));
    Membership membership =
        Membership.of(data, terminal.identity(), Clock.systemUTC()).orElseThrow();
    SyncJob job = new SyncJob(terminal, membership.repository(), Clock.systemUTC(), SyncWatch.NONE);
    listener =
        new PushListener(
            new PushListener.Parts(
                terminal,
                membership,
                job.push(),
                () -> woken.add("run"),
                Words.in("en"),
                Clock.systemUTC(),
                new Random(7),
                this::handOver),
            () -> 0);
  }

  @AfterEach
  void close() {
    listener.close();
    server.close();
  }

  private void handOver(Duration wait) {
    try {
      waits.put(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SecureServer.Reply answer(SecureServer.Asked asked) throws IOException {
    if (asked.path().equals("/" + PushStream.PATH)) {
      assertEquals("CN=t-1", asked.by());
      return new SecureServer.Reply(200, sent.toByteArray());
    }
    Path file = office.repository().resolve(asked.path().replaceFirst("^/repository/", ""));
    return Files.exists(file)
        ? new SecureServer.Reply(200, Files.readAllBytes(file))
        : new SecureServer.Reply(404, new byte[0]);
  }

  private void send(PushMessage message) throws IOException {
    sent.write(PushStream.frame(message));
  }

  private PushMessage.Release timestamp(int spread) throws IOException {
    String path = "metadata/timestamp.json";
    return new PushMessage.Release(
        List.of(PushedFile.of(path, Files.readAllBytes(office.repository().resolve(path)))),
        spread);
  }

  private PushStatus status() throws IOException {
    return StatusFile.push(data).read().orElseThrow();
  }

  private String trouble() throws IOException {
    return String.valueOf(status().trouble());
  }

  private static Refusal refusal(PushStatus status) {
    assertNotNull(status.refusal());
    return status.refusal();
  }

  @Test
  void aReleaseWakesTheRunsOnceAndAKnownOneDoesNot() throws IOException, InterruptedException {
    sent.write(PushStream.beat());
    send(timestamp(0));
    send(timestamp(0));
    listener.start();
    assertEquals("run", woken.take());
    Duration wait = waits.take();
    assertTrue(wait.compareTo(Backoff.FIRST) <= 0, wait.toString());
    assertTrue(trouble().contains("ended the line"), trouble());
    assertNotNull(status().lastMessage());
    waits.take(); // the second line brought nothing new
    assertEquals(List.of(), List.copyOf(woken));
  }

  @Test
  void aLieEndsTheLineIsCountedAndWaitsLongerAndLonger()
      throws IOException, InterruptedException, RepositoryException {
    TestOffice stranger = new TestOffice(dir.resolve("stranger"), Clock.systemUTC());
    stranger.publish(1, "forged");
    send(
        new PushMessage.Release(
            List.of(
                PushedFile.of(
                    "metadata/timestamp.json",
                    Files.readAllBytes(stranger.repository().resolve("metadata/timestamp.json")))),
            0));
    send(timestamp(0));
    listener.start();
    waits.take();
    Refusal first = refusal(status());
    assertEquals("timestamp", first.file());
    assertEquals(Refusal.Rule.SIGNATURES, first.rule());
    assertEquals(1, first.times());
    assertTrue(trouble().contains("was refused"), trouble());
    waits.take();
    assertEquals(2, refusal(status()).times());
    assertEquals(List.of(), List.copyOf(woken));
  }

  @Test
  void whatIsNoEventAndWhatIsTooLongEndTheLine() throws IOException, InterruptedException {
    sent.write("event: release\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
    listener.start();
    waits.take();
    assertTrue(trouble().contains("no event"), trouble());
    sent.reset();
    sent.write("x".repeat(3 * PushMessage.LARGEST).getBytes(StandardCharsets.UTF_8));
    waits.take(); // may be of the line before
    waits.take();
    assertTrue(trouble().contains("no event"), trouble());
  }

  @Test
  void aFloodIsTakenAtItsOwnPace() throws IOException, InterruptedException {
    for (int n = 0; n < 3 * PushListener.MESSAGES_AT_ONCE; n++) {
      sent.write(PushStream.beat());
    }
    listener.start();
    for (int n = 0; n < 2 * PushListener.MESSAGES_AT_ONCE - 1; n++) {
      Duration wait = waits.take();
      assertTrue(wait.compareTo(Duration.ofSeconds(n)) >= 0, n + ": " + wait);
    }
  }

  /** Each of them is signed rightly and new, and would be worth a run of its own. */
  @Test
  void releasesWithoutEndWakeTheRunsNowAndThenOnly()
      throws IOException, InterruptedException, RepositoryException {
    int releases = 6 * PushListener.WAKES_AT_ONCE;
    for (int n = 2; n < releases + 2; n++) {
      office.publish(n, "a" + n);
      send(timestamp(0));
    }
    listener.start();
    for (int n = 0; n < releases - PushListener.MESSAGES_AT_ONCE + 2; n++) {
      waits.take(); // for all beyond the ten, the end of the line, and then for the next
    }
    assertTrue(woken.contains("run"));
    assertTrue(woken.size() <= 2 * PushListener.WAKES_AT_ONCE, woken::toString);
  }

  @Test
  void anOfficeThatAsksToWaitIsLeftAloneAsLong() throws IOException, InterruptedException {
    for (int status : List.of(503, 429)) {
      server.answer(_ -> new SecureServer.Reply(status, new byte[0], Map.of("Retry-After", "600")));
      if (status == 503) {
        listener.start();
      } else {
        waits.take(); // may be of the answer before
      }
      Duration wait = waits.take();
      assertTrue(wait.compareTo(Duration.ofMinutes(10)) >= 0, wait::toString);
      assertTrue(wait.compareTo(Duration.ofMinutes(10).plus(Backoff.LONGEST)) <= 0, wait::toString);
    }
    server.answer(this::answer);
    waits.take();
    Duration usual = waits.take();
    assertTrue(usual.compareTo(Backoff.LONGEST) <= 0, usual::toString);
  }

  @Test
  void anOfficeWithoutAPushIsNoTroubleAndOneThatLockedOutSaysSo()
      throws IOException, InterruptedException {
    server.answer(_ -> new SecureServer.Reply(404, new byte[0]));
    listener.start();
    waits.take();
    assertTrue(trouble().contains("answered 404"), trouble());
    server.answer(_ ->
        new SecureServer.Reply(403, new TerminalRefusal(TerminalRefusal.Reason.REVOKED).toJson()));
    waits.take();
    waits.take();
    assertTrue(trouble().contains("locked this terminal out"), trouble());
  }
}
