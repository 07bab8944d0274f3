package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/** Content on a stick by the programs themselves; the terminal's have no network at all. */
class StickTest {
  private @TempDir Path dir;

  private String said(List<String> before, String... words)
      throws IOException, InterruptedException {
    try (JavaProcess program = JavaProcess.start(dir.resolve("logs"), before, words)) {
      assertEquals(0, program.ended(), program.output());
      return program.output();
    }
  }

  /** In a network namespace of its own, in which nothing is, not even an own address. */
  private String onTheTerminal(String... words) throws IOException, InterruptedException {
    List<String> alone =
        System.getProperty("user.name").equals("root")
            ? List.of("unshare", "--net")
            : List.of("unshare", "--map-root-user", "--net");
    String agent = "org.openhall.agent.AgentMain";
    String[] where = {"--data", dir.resolve("terminal").toString(), "--lang", "en"};
    return said(
        alone,
        Stream.of(Stream.of(agent), Stream.of(words), Stream.of(where))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  @Test
  void whatTheOfficeWritesToAStickATerminalWithoutANetworkShows() throws Exception {
    Path data = dir.resolve("terminal");
    try (RealOffice office = new RealOffice(dir.resolve("office"))) {
      URI address = office.address();
      assertInstanceOf(
          EnrolOutcome.Enrolled.class,
          new Enrolment(data, Clock.systemUTC())
              .enrol(new Enrolment.Wish(address, office.token(), null, false)));
    }
    assertFalse(Files.exists(data.resolve("content/current")));
    String stick = Files.createDirectory(dir.resolve("stick")).toString();
    String office = dir.resolve("office").toString();
    said(List.of(), "org.openhall.office.OfficeMain", "export-stick", stick, "--data", office);
    assertTrue(onTheTerminal("import-stick", stick, "--json").contains("\"Imported\""));
    assertTrue(onTheTerminal("import-stick", stick, "--json").contains("\"AlreadyShown\""));
    String status = onTheTerminal("status");
    assertTrue(status.contains("Last run: the newest release was shown already"), status);
    AgentStatus kept = StatusFile.agent(data).read().orElseThrow();
    assertEquals(1, kept.release());
    assertNull(kept.lastContact(), "a stick is no contact");
    Path db = new SnapshotDirectory(data.resolve("content")).candidates().getFirst().file();
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      assertEquals(1, snapshot.release().number());
      assertEquals(1, snapshot.search("甲的通知", 10).hits().size());
    }
  }
}
