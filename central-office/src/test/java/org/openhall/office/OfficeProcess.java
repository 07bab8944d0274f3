package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** The office's program as a process of its own, which can be killed. */
final class OfficeProcess implements AutoCloseable {
  /** Never reached but by a program that hangs, or while the machine is frozen. */
  private static final Duration HANGS = Duration.ofMinutes(10);

  private final Process process;
  private final Path log;

  private OfficeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static OfficeProcess start(Path logs, Path data, String... words) throws IOException {
    return start(logs, data, Map.of(), words);
  }

  /**
   * @param environment what it has beside this program's own
   */
  static OfficeProcess start(Path logs, Path data, Map<String, String> environment, String... words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx300m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.openhall.office.OfficeMain");
    command.addAll(List.of("--data", data.toString(), "--lang", "en"));
    command.addAll(List.of(words));
    Path log = Files.createTempFile(Files.createDirectories(logs), "office-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new OfficeProcess(builder.start(), log);
  }

  /** Something that this program is to bring about. */
  interface Condition {
    boolean holds() throws IOException;
  }

  void await(Condition condition) throws IOException {
    Instant end = Instant.now().plus(HANGS);
    while (!condition.holds()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException("it did not happen: " + output());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  /** The port with TLS of {@code serve --json}, once it is ready. */
  int tlsPort() throws IOException {
    return said("tlsPort");
  }

  /** The port without TLS. */
  int port() throws IOException {
    return said("port");
  }

  private int said(String name) throws IOException {
    await(() -> output().contains("tlsPort") && output().endsWith("\n"));
    String said =
        output().lines().filter(line -> line.contains("tlsPort")).findFirst().orElseThrow();
    return JsonMapper.shared().readTree(said).path(name).asInt();
  }

  int ended() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGSTOP: it keeps what it has and comes no further, however slow all others are. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** SIGCONT: it goes on. */
  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    if (new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor() != 0) {
      throw new IOException("it had ended already: " + output());
    }
  }

  /** SIGKILL. */
  void kill() {
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
