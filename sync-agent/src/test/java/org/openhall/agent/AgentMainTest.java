package org.openhall.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentMainTest {
  private @TempDir Path dir;
  private Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String temporaryFolder = "";

  @BeforeEach
  void rememberTheTemporaryFolder() {
    temporaryFolder = System.getProperty("java.io.tmpdir");
    data = dir.resolve("terminal");
  }

  /** The commands move it below their data folder, which ends with the test. */
  @AfterEach
  void restoreTheTemporaryFolder() {
    System.setProperty("java.io.tmpdir", temporaryFolder);
    System.setProperty("org.sqlite.tmpdir", temporaryFolder);
  }

  private Exit agent(String... words) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("--lang", "en"));
    all.addAll(List.of(words));
    return AgentMain.run(all, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private String said() {
    return out.toString(UTF_8);
  }

  private String complained() {
    return err.toString(UTF_8);
  }

  private JsonNode json() {
    return new JsonMapper().readTree(said().strip().lines().toList().getLast());
  }

  /** Enrols by hand; the office publishes into a folder, and its address leads nowhere. */
  private TestOffice enrolled() throws IOException, RepositoryException {
    TestOffice office = new TestOffice(dir.resolve("office"), Clock.systemUTC());
    Updater.trust(Terminal.metadata(data), office.root());
    URI nowhere = URI.create("http://127.0.0.1:1/");
    new TerminalIdentity("t-1", nowhere, List.of("city"), Clock.systemUTC().instant()).write(data);
    return office;
  }

  @Test
  void everyCommandHelps() {
    assertEquals(Exit.DONE, agent());
    assertTrue(said().contains("enrol"));
    for (String command : List.of("run", "sync", "status", "enrol")) {
      assertEquals(Exit.DONE, agent(command, "--help"));
      assertTrue(said().startsWith(command + " --data DIR"), said());
    }
  }

  @Test
  void aWrongCommandLineIsSaidAndNothingIsWritten() {
    String folder = data.toString();
    for (String[] wrong :
        new String[][] {
          {"fly", "--data", folder},
          {"sync"},
          {"sync", "--data"},
          {"sync", "--data", folder, "--fast"},
          {"sync", "--data", folder, "again"},
          {"enrol", "--data", folder},
          {"enrol", "--data", folder, "--office", "office", "--token", "x"},
          {"enrol", "--data", folder, "--office", "ftp://office/", "--token", "x"},
          {"enrol", "--data", folder, "--office", "http://office/", "--token", "x"},
          {"enrol", "--data", folder, "--office", "https://office/"}
        }) {
      assertEquals(Exit.WRONG_COMMAND_LINE, agent(wrong), String.join(" ", wrong));
      assertFalse(complained().isBlank());
    }
    assertFalse(Files.exists(data.resolve("terminal.json")));
  }

  @Test
  void aTerminalThatIsNotEnrolledIsToldHow() {
    for (String command : List.of("run", "sync", "status")) {
      assertEquals(Exit.REFUSED, agent(command, "--data=" + data));
      assertTrue(complained().contains("enrol --office"), complained());
    }
  }

  @Test
  void aDamagedIdentityIsTold() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("terminal.json"), "{");
    for (String command : List.of("run", "sync", "status")) {
      assertEquals(Exit.REFUSED, agent(command, "--data", data.toString()));
      assertTrue(complained().contains("--again"), complained());
    }
  }

  @Test
  void syncFromAFolderShowsTheReleaseAndEndsWithOneJsonObject()
      throws IOException, RepositoryException {
    enrolled().publish(1, "a", "b");
    String from = dir.resolve("office/repository").toString();
    assertEquals(Exit.DONE, agent("sync", "--data", data.toString(), "--from", from, "--json"));
    assertEquals("ACTIVATED", json().path("outcome").stringValue());
    assertEquals(2, json().path("records").intValue());
    assertTrue(complained().contains("Building the snapshot"), complained());
    assertEquals(Exit.DONE, agent("status", "--data", data.toString(), "--json"));
    assertTrue(said().contains("Release shown: 1"), said());
    assertEquals(1, json().path("status").path("release").intValue());
  }

  @Test
  void statusNamesWhatWasRefusedAndThatContentIsOld() throws IOException, RepositoryException {
    enrolled();
    Instant since = Instant.parse("2026-11-24T08:00:00Z");
    Refusal refusal =
        Refusal.met("timestamp", Refusal.Rule.SIGNATURES, "TUF 5.4.2", "0/1", "Look.", since);
    AgentStatus.Stale stale = new AgentStatus.Stale(AgentStatus.Stale.Reason.OLD, since);
    StatusFile.agent(data)
        .write(
            new AgentStatus(
                1,
                null,
                null,
                AgentStatus.Outcome.REFUSED,
                null,
                null,
                null,
                null,
                refusal,
                stale));
    assertEquals(Exit.DONE, agent("status", "--data", data.toString()));
    String said = said();
    assertTrue(
        said.contains(
            "Refused: timestamp, 0/1 – too few valid signatures (TUF 5.4.2);"
                + " first 2026-11-24T08:00:00Z, last 2026-11-24T08:00:00Z, in 1 runs"),
        said);
    assertTrue(said.contains("Look."), said);
    assertTrue(said.contains("may be out of date since 2026-11-24T08:00:00Z"), said);
  }

  @Test
  void anOfficeOutOfReachIsAnExitStatusOfItsOwn() throws IOException, RepositoryException {
    enrolled();
    assertEquals(Exit.OFFICE_AWAY, agent("sync", "--data", data.toString(), "--json"));
    assertEquals("OFFLINE", json().path("outcome").stringValue());
    assertTrue(complained().contains("out of reach"), complained());
  }

  @Test
  void aSecondAgentIsKeptAway() throws IOException, RepositoryException {
    enrolled();
    try (InstanceLock _ = InstanceLock.take(data).orElseThrow()) {
      for (String command : List.of("run", "sync")) {
        assertEquals(Exit.IN_USE, agent(command, "--data", data.toString()));
        assertTrue(complained().contains("process " + ProcessHandle.current().pid()), complained());
      }
    }
    assertEquals(Exit.OFFICE_AWAY, agent("sync", "--data", data.toString()));
  }

  @Test
  void aWrongOptionOfTheServiceIsSaidBeforeItStarts() throws IOException, RepositoryException {
    enrolled();
    String folder = data.toString();
    assertEquals(Exit.WRONG_COMMAND_LINE, agent("run", "--data", folder, "--every", "0s"));
    assertEquals(Exit.WRONG_COMMAND_LINE, agent("run", "--data", folder, "--port", "70000"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(Exit.IN_USE, agent("run", "--data", folder, "--port", port));
      assertTrue(complained().contains("Port " + port), complained());
    }
  }
}
