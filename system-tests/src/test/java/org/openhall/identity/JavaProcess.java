package org.openhall.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.HallException;

/** One of the programs as a process of its own, with a log, that can be killed. */
final class JavaProcess implements AutoCloseable {
  /** Never reached but by a program that hangs, or while the machine is frozen. */
  static final Duration HANGS = Duration.ofMinutes(10);

  private final Process process;
  private final Path log;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param before a program and its words, under which it runs; usually none
   * @param words the class with {@code main} and its words
   */
  static JavaProcess start(Path logs, List<String> before, String... words) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx200m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:-UsePerfData", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    return startCommand(logs, command);
  }

  /** Starts any program. */
  static JavaProcess startCommand(Path logs, List<String> command) throws IOException {
    Path log = Files.createTempFile(Files.createDirectories(logs), "process-", ".log");
    return new JavaProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile())
            .start(),
        log);
  }

  /** The agent as a service that looks for news all the time. */
  static JavaProcess agent(Path data) throws IOException {
    return start(
        data.resolveSibling("logs"),
        List.of(),
        "org.openhall.agent.AgentMain",
        "run",
        "--wait",
        "--data",
        data.toString(),
        "--every",
        "1s",
        "--lang",
        "en");
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  void awaitOutput(String text) throws IOException, InterruptedException, HallException {
    await("it says " + text, () -> output().contains(text));
  }

  /** Waits for something that this program is to bring about. */
  void await(String what, Await.Condition condition)
      throws IOException, InterruptedException, HallException {
    Await.until(
        what,
        HANGS,
        () -> {
          boolean holds = condition.holds();
          if (!holds && !process.isAlive()) {
            throw new HallException("it ended by itself: " + output());
          }
          return holds;
        });
  }

  long pid() {
    return process.pid();
  }

  /** Waits for its end; more than 128 where it was killed. */
  int ended() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGKILL, also to what it runs under. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
