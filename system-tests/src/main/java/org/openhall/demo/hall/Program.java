package org.openhall.demo.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A program of OpenHall, run as a user runs it: by the script, in its own process, with a log. */
public final class Program implements AutoCloseable {

  private final String name;
  private final Process process;
  private final Path log;

  private Program(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** The checkout whose script is run. */
  static Path home() {
    return Path.of(System.getProperty("openhall.home", ".")).toAbsolutePath().normalize();
  }

  /** The jar that a module was built into. */
  public static Path jarOf(String module) {
    return home().resolve(module).resolve("target").resolve(module + "-0.1.0.jar");
  }

  /** Starts {@code ./openhall words…} in the background; its output goes to a log. */
  public static Program start(Path logs, Map<String, String> environment, String... words)
      throws IOException {
    return startCommand(logs, environment, words[0], command(words));
  }

  /** The command {@code ./openhall words…}. */
  public static List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(home().resolve("openhall").toString()));
    command.addAll(List.of(words));
    return command;
  }

  /** Starts any command in the background; its output goes to a log. */
  public static Program startCommand(
      Path logs, Map<String, String> environment, String name, List<String> command)
      throws IOException {
    Files.createDirectories(logs);
    Path log = Files.createTempFile(logs, name + "-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(log.toFile());
    return new Program(name, builder.start(), log);
  }

  /**
   * Runs {@code ./openhall words…} to its end.
   *
   * @return what it printed
   * @throws HallException with its output when it fails
   */
  public static String run(Path logs, String... words)
      throws IOException, InterruptedException, HallException {
    return runCommand(logs, words[0], command(words));
  }

  /** The same of any command. */
  static String runCommand(Path logs, String name, List<String> command)
      throws IOException, InterruptedException, HallException {
    try (Program program = startCommand(logs, Map.of(), name, command)) {
      int status = program.process.waitFor();
      String output = program.output();
      if (status != 0) {
        throw new HallException(
            "%s ended with %d:".formatted(String.join(" ", command), status), output.strip());
      }
      return output;
    }
  }

  /** What it has printed so far. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Waits until it has printed a text; fails when it ends first or takes longer than the limit. */
  public void awaitOutput(String text, Duration limit)
      throws IOException, InterruptedException, HallException {
    Await.until(
        name + " prints '" + text + "'",
        limit,
        () -> {
          requireRunning();
          return output().contains(text);
        });
  }

  /** Fails with the end of its log when it no longer runs. */
  public void requireRunning() throws IOException, HallException {
    if (!process.isAlive()) {
      String output = output();
      throw new HallException(
          "%s ended by itself with %d:%n%s"
              .formatted(
                  name,
                  process.exitValue(),
                  output.substring(Math.max(0, output.length() - 2000)).strip()));
    }
  }

  /** The words by which it runs now, after the script has become the program. */
  public List<String> commandLine() throws IOException {
    String words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    return List.of(words.substring(0, words.length() - 1).split("\0", -1));
  }

  /** Peak resident memory in KiB (VmHWM), if it still runs. */
  public OptionalLong peakMemory() throws IOException {
    return memory("VmHWM:");
  }

  /** Resident memory in KiB (VmRSS), if it still runs. */
  public OptionalLong residentMemory() throws IOException {
    return memory("VmRSS:");
  }

  private OptionalLong memory(String field) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /** Processor time that it has taken up to now; zero once it has ended. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** By which the system knows it. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean running() {
    return process.isAlive();
  }

  /** Ends it: asks, waits ten seconds, kills. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
