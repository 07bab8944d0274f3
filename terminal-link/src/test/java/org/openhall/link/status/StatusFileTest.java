package org.openhall.link.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.JsonFile;

class StatusFileTest {
  private @TempDir Path dir;

  @Test
  void bothProgramsReadWhatTheOtherWrote() throws IOException {
    AgentStatus agent =
        new AgentStatus(
            3,
            Instant.EPOCH,
            null,
            AgentStatus.Outcome.OFFLINE,
            "no route",
            null,
            null,
            null,
            Refusal.met("root", Refusal.Rule.ROLLBACK, "TUF 5.3.5", "2", "!", Instant.EPOCH),
            new AgentStatus.Stale(AgentStatus.Stale.Reason.OLD, Instant.EPOCH));
    KioskStatus kiosk =
        new KioskStatus(
            3,
            Instant.EPOCH,
            Map.of("receipt-printer", new KioskStatus.Device("ready", null, Instant.EPOCH)));
    StatusFile.agent(dir).write(agent);
    StatusFile.kiosk(dir).write(kiosk);
    assertEquals(Optional.of(agent), StatusFile.agent(dir).read());
    assertEquals(Optional.of(kiosk), StatusFile.kiosk(dir).read());
  }

  @Test
  void anOutcomeOfANewerAgentIsOther() throws IOException {
    Files.createDirectories(dir.resolve("status"));
    Files.writeString(
        dir.resolve("status/agent.json"), "{\"release\":1,\"outcome\":\"MOVED\",\"new\":{}}");
    AgentStatus status = StatusFile.agent(dir).read().orElseThrow();
    assertEquals(AgentStatus.Outcome.OTHER, status.outcome());
  }

  @Test
  void aReaderNeverSeesHalfAFile() throws IOException, InterruptedException, ExecutionException {
    JsonFile<AgentStatus> file = StatusFile.agent(dir);
    file.write(status(0));
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          writer.submit(() -> {
            for (int release = 1; release <= 200; release++) {
              file.write(status(release));
            }
            return release(file);
          });
      long seen = 0;
      while (!writing.isDone()) {
        long now = release(file);
        assertTrue(now >= seen);
        seen = now;
      }
      assertEquals(200L, writing.get());
    }
  }

  private static long release(JsonFile<AgentStatus> file) throws IOException {
    return file.read().orElseThrow().release();
  }

  private static AgentStatus status(long release) {
    return new AgentStatus(
        release,
        null,
        null,
        AgentStatus.Outcome.UP_TO_DATE,
        "x".repeat((int) release * 50),
        null,
        null,
        null,
        null,
        null);
  }
}
