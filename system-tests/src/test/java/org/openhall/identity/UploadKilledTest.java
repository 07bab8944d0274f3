package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.demo.hall.HallException;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.journal.KeepOutcome;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventType;
import org.openhall.link.event.EventType.Worth;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;
import org.openhall.link.event.UsageKind;
import org.openhall.office.intake.SealedDesk.Kept;
import org.openhall.repository.metadata.RepositoryException;

/**
 * Agent and office, as processes, are killed (SIGKILL) at moments of an upload: nothing is lost,
 * nothing is counted twice. {@code -Dopenhall.kills=N} adds N moments drawn at random.
 */
class UploadKilledTest {
  private static final int EVENTS = 60;
  private static final int VISITS = 7;
  private static final int MORE_KILLS = Integer.getInteger("openhall.kills", 0);

  private @TempDir Path dir;
  private OfficeFolder folder;
  private Wire wire;
  private JavaProcess office;
  private Path data;
  private Instant hour = Instant.parse("2026-03-02T01:00:00Z");
  private final Set<String> written = new HashSet<>();
  private final Set<String> counts = new HashSet<>();
  private final Set<String> applications = new HashSet<>();
  private int rounds;

  @BeforeEach
  void begin()
      throws IOException, SQLException, RepositoryException, InterruptedException, HallException {
    folder = new OfficeFolder(dir.resolve("office"));
    wire = new Wire();
    startOffice();
    data = dir.resolve("terminal");
    URI address = URI.create("https://127.0.0.1:" + wire.port() + "/");
    assertInstanceOf(
        EnrolOutcome.Enrolled.class,
        new Enrolment(data, Clock.systemUTC())
            .enrol(new Enrolment.Wish(address, folder.token(), null, false)));
  }

  private void startOffice() throws IOException, InterruptedException, HallException {
    String at = dir.resolve("office").toString();
    office =
        JavaProcess.start(
            dir.resolve("logs"),
            List.of(),
            "org.openhall.office.OfficeMain",
            "serve",
            "--data",
            at,
            "--port",
            "0",
            "--tls-port",
            "0",
            "--json");
    office.awaitOutput("tlsPort");
    wire.to(Integer.parseInt(office.output().replaceAll("(?s).*\"tlsPort\":(\\d+).*", "$1")));
  }

  @AfterEach
  void end() throws IOException {
    office.close();
    wire.close();
  }

  private JavaProcess agent(List<String> before) throws IOException {
    return JavaProcess.start(
        dir.resolve("logs"),
        before,
        "org.openhall.agent.AgentMain",
        "sync",
        "--data",
        data.toString(),
        "--lang",
        "en");
  }

  /** What the kiosk keeps: states, an hour's counts, two applications. */
  private void write(int states) throws IOException {
    Clock now = Clock.fixed(hour, ZoneOffset.UTC);
    Journal journal = new Journal(data, terminalId(), Journal.USUAL_CAP, now);
    for (int i = 0; i < states; i++) {
      journal.note(new Event.ReleaseShown(i));
    }
    for (int i = 0; i < VISITS; i++) {
      journal.count(UsageKind.VISIT);
    }
    journal.save();
    hour = hour.plusSeconds(3600);
    Journal later =
        new Journal(data, terminalId(), Journal.USUAL_CAP, Clock.fixed(hour, ZoneOffset.UTC));
    later.open();
    for (int i = 0; i < 2; i++) {
      PersonalForm form = new PersonalForm().put(Field.WANTED, "关于甲的通知");
      assertInstanceOf(
          KeepOutcome.Kept.class,
          later.submit(EventType.APPLICATION, form, Optional.of(folder.intakeKey().sealKey())));
    }
    rounds++;
    for (Waiting one : SpoolFolder.of(data).waiting()) {
      written.add(one.id());
      if (one.type() == EventType.USAGE) {
        counts.add(one.id());
      } else if (one.type() == EventType.APPLICATION) {
        applications.add(one.id());
      }
    }
  }

  private String terminalId() throws IOException {
    return TerminalIdentity.read(data).orElseThrow().terminalId();
  }

  /** How many bytes the events of the first batch have. */
  private long batch() throws IOException {
    long bytes = 0;
    for (Waiting one :
        SpoolFolder.of(data).waiting().stream()
            .sorted(Comparator.comparing(w -> w.type().worth() != Worth.CITIZENS))
            .limit(EventBatch.MOST)
            .toList()) {
      bytes += Files.size(one.file());
    }
    return bytes;
  }

  private Set<String> atTheOffice() {
    return new HashSet<>(
        folder.database().client().sql("SELECT id FROM terminal_event").query(String.class).list());
  }

  private List<String> waiting() throws IOException {
    return SpoolFolder.of(data).waiting().stream().map(Waiting::id).toList();
  }

  /** Each event is at the office or waits for it, and what is there is counted once. */
  private void assertNothingIsLostOrCountedTwice() throws IOException {
    Set<String> there = atTheOffice();
    Set<String> anywhere = new HashSet<>(there);
    anywhere.addAll(waiting());
    assertEquals(written, anywhere);
    long hours = counts.stream().filter(there::contains).count();
    assertEquals(hours * VISITS, folder.count("VISIT"));
    long sealed = applications.stream().filter(there::contains).count();
    assertEquals(sealed, folder.parts().sealed().all().size());
  }

  /** An upload in which the agent is killed at a moment on the wire, if that comes. */
  private void killTheAgent(Wire.Moment moment) throws IOException, InterruptedException {
    CompletableFuture<JavaProcess> agent = new CompletableFuture<>();
    wire.at(moment, () -> agent.join().close());
    agent.complete(agent(List.of()));
    boolean isKilled = agent.join().ended() > 128;
    assertEquals(wire.hasHappened(), isKilled, agent.join().output());
    assertNothingIsLostOrCountedTwice();
  }

  /** An upload in which the office is killed at a moment on the wire, and started again after. */
  private void killTheOffice(Wire.Moment moment)
      throws IOException, InterruptedException, HallException {
    wire.at(moment, office::close);
    assertTrue(agent(List.of()).ended() < 128);
    assertNothingIsLostOrCountedTwice();
    if (wire.hasHappened()) {
      startOffice();
    }
  }

  private static Wire.Moment sent(long bytes) {
    return (up, _) -> up >= bytes;
  }

  /** The office has kept a batch of so many bytes, and says so. */
  private static Wire.Moment answered(long batch) {
    return (up, isDown) -> isDown && up >= batch;
  }

  @Test
  void everyEventIsCountedOnceWhoeverIsKilled() throws Exception {
    write(2 * EventBatch.MOST);
    killTheAgent(sent(batch() / 2));
    assertTrue(atTheOffice().isEmpty(), "killed in the middle of the first batch");
    killTheAgent(answered(batch()));
    assertEquals(EventBatch.MOST, atTheOffice().size(), "kept, and the agent has not heard so");
    assertEquals(written.size(), waiting().size());
    killTheAgentWhileItForgets();
    write(EVENTS);
    killTheOffice(answered(batch()));
    assertFalse(waiting().isEmpty());
    killTheOfficeWhileItKeeps();
    killAtRandom(MORE_KILLS);
    assertEquals(0, agent(List.of()).ended());
    assertAllIsThereOnce();
    killTheAgentBeforeItHearsThatCountsAreKept();
    assertAllIsThereOnce();
  }

  /** All in one batch, with an hour's counts, which comes to the office twice. */
  private void killTheAgentBeforeItHearsThatCountsAreKept()
      throws IOException, InterruptedException {
    write(EVENTS);
    killTheAgent(answered(batch()));
    assertEquals(written, atTheOffice());
    assertFalse(waiting().isEmpty());
    assertEquals(0, agent(List.of()).ended());
  }

  private void killAtRandom(int kills) throws IOException, InterruptedException, HallException {
    Random random = new Random(kills);
    for (int i = 0; i < kills; i++) {
      write(EVENTS);
      long at = random.nextLong(batch() * 5 / 4);
      Wire.Moment moment = random.nextBoolean() ? sent(at) : answered(at);
      if (random.nextBoolean()) {
        killTheAgent(moment);
      } else {
        killTheOffice(moment);
      }
    }
  }

  /** Before the sixtieth file that it deletes on its one thread. */
  private void killTheAgentWhileItForgets() throws IOException, InterruptedException {
    int before = waiting().size();
    List<String> strace =
        List.of(
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=unlink",
            "-e",
            "inject=unlink:signal=KILL:when=60");
    JavaProcess agent = agent(strace);
    assertTrue(agent.ended() > 128, agent.output());
    int left = waiting().size();
    assertTrue(left < before && left > before - EventBatch.MOST, "it was at " + left);
    assertNothingIsLostOrCountedTwice();
  }

  /** Before the twentieth piece that one of its threads writes of a transaction. */
  private void killTheOfficeWhileItKeeps() throws IOException, InterruptedException, HallException {
    Set<String> before = atTheOffice();
    wire.at((_, _) -> false, () -> {});
    String log = dir.resolve("office/office.db-wal").toString();
    try (JavaProcess strace =
        JavaProcess.startCommand(
            dir.resolve("logs"),
            List.of(
                "strace",
                "-f",
                "-p",
                Long.toString(office.pid()),
                "-P",
                log,
                "-e",
                "trace=pwrite64",
                "-e",
                "inject=pwrite64:signal=KILL:when=20"))) {
      strace.awaitOutput("attached");
      assertTrue(agent(List.of()).ended() < 128);
      assertTrue(office.ended() > 128);
    }
    assertEquals(before, atTheOffice(), "half a batch is none");
    assertNothingIsLostOrCountedTwice();
    startOffice();
  }

  private void assertAllIsThereOnce() throws IOException {
    assertEquals(List.of(), waiting());
    assertEquals(written, atTheOffice());
    assertEquals((long) rounds * VISITS, folder.count("VISIT"));
    List<Kept> sealed = folder.parts().sealed().all();
    assertEquals(2 * rounds, sealed.size());
    for (Kept kept : sealed) {
      assertInstanceOf(
          OpenOutcome.Opened.class, folder.parts().sealed().open(kept, folder.intakeKey()));
    }
  }
}
