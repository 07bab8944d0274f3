package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.HallException;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.status.StatusFile;

/**
 * The record of runs, {@code agent.db}, is damaged when the service starts; the service must bring
 * the release all the same.
 *
 * @param how in words
 * @param damage what becomes of the file
 */
record RunsDamaged(Agent agent, String how, UnaryOperator<byte[]> damage) implements Fault {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Override
  public String row() {
    return "agent.db damaged";
  }

  @Override
  public String name() {
    return how;
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_1;
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Path data = trial.terminal();
    TerminalIdentity identity = TerminalIdentity.read(data).orElseThrow();
    try (LyingServer honest = new LyingServer(trial.scene(), Lie.FLIPPED, "nothing at all")) {
      new TerminalIdentity(
              identity.terminalId(), honest.address(), identity.channels(), identity.enrolledAt())
          .write(data);
      Path runs = data.resolve("agent.db");
      serveUntil(data, () -> Files.exists(runs) && Files.size(runs) > 0 && shows(data, 2));
      Folders.copy(trial.scene().terminal(before()).resolve("content"), data.resolve("content"));
      Files.write(runs, damage.apply(Files.readAllBytes(runs)));
      Files.delete(data.resolve("status/agent.json"));
      serveUntil(data, () -> shows(data, 2));
    }
    identity.write(data);
    return Optional.of(how);
  }

  private static boolean shows(Path data, long release) throws IOException {
    return StatusFile.agent(data)
        .read()
        .filter(status -> status.lastVerified() != null && status.release() == release)
        .isPresent();
  }

  private void serveUntil(Path data, Await.Condition condition)
      throws IOException, InterruptedException, HallException {
    List<String> words = List.of("run", "--every", "1s", "--data", data.toString());
    Agent.Running running = agent.begin(List.of(), Map.of(), words);
    try {
      Await.until(
          "the service has brought release 2",
          LONG,
          () -> {
            if (!running.process().isAlive()) {
              throw new HallException("it ended by itself: " + tail(running.log()));
            }
            return condition.holds();
          });
    } finally {
      running.process().destroy();
      Agent.ended(running);
    }
  }

  private static String tail(Path log) throws IOException {
    String all = Files.readString(log, StandardCharsets.UTF_8);
    return all.substring(Math.max(0, all.length() - 2000));
  }
}
