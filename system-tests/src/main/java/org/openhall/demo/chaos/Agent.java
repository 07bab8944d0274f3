package org.openhall.demo.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;
import tools.jackson.databind.json.JsonMapper;

/**
 * The agent as a process of its own, started at once: with a cache of its classes and without the
 * second compiler. The program and its disk are those of a terminal.
 */
final class Agent {
  /** Never reached but by a program that hangs. */
  private static final long HANGS_AFTER_MINUTES = 10;

  private final Path cache;
  private final Path logs;
  private final List<Path> inFront;

  /**
   * @param folder for its class cache and logs
   * @param inFront classes that take the place of the program's own, usually none
   */
  Agent(Path folder, List<Path> inFront) throws IOException {
    this.logs = Files.createDirectories(folder.resolve("logs"));
    this.cache = folder.resolve("agent.aot");
    this.inFront = inFront;
  }

  /**
   * How a run ended.
   *
   * @param status of the process; more than 128 for one that was killed
   * @param output what it said, on both streams
   */
  record Ended(int status, String output) {

    /** Bytes that came from the office, if it lived to say so. */
    OptionalLong bytes() {
      return output
          .lines()
          .filter(line -> line.startsWith("{"))
          .mapToLong(line -> JsonMapper.shared().readTree(line).path("bytes").asLong())
          .findFirst();
    }
  }

  /** One run from a folder, in words for {@link #run}. */
  static List<String> sync(Path data, Path repository) {
    return List.of("sync", "--from", repository.toString(), "--data", data.toString());
  }

  /** One run over the line. */
  static List<String> sync(Path data) {
    return List.of("sync", "--data", data.toString());
  }

  /** One run that must end well. */
  void syncWell(Path data, Path repository)
      throws IOException, InterruptedException, HallException {
    requireWell(run(List.of(), Map.of(), sync(data, repository)));
  }

  /** The same, and later runs begin quickly. */
  void rehearse(Path data, Path repository)
      throws IOException, InterruptedException, HallException {
    List<String> command = java(List.of("-XX:AOTCacheOutput=" + cache), sync(data, repository));
    requireWell(ended(start(command, Map.of())));
  }

  private static void requireWell(Ended ended) throws HallException {
    if (ended.status() != 0) {
      throw new HallException("the agent failed where nothing disturbed it: " + ended.output());
    }
  }

  /**
   * Runs it to its end.
   *
   * @param before a program and its words, under which it runs
   */
  Ended run(List<String> before, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException, HallException {
    return ended(begin(before, environment, words));
  }

  /** Begins a run. */
  Running begin(List<String> before, Map<String, String> environment, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(java(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"), words));
    return start(command, environment);
  }

  private List<String> java(List<String> options, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Xmx160m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath(), "org.openhall.agent.AgentMain", "--json"));
    command.addAll(List.of("--lang", "en"));
    command.addAll(words);
    return command;
  }

  private String classPath() {
    Path jar = Program.jarOf("sync-agent");
    List<String> parts = new ArrayList<>(inFront.stream().map(Path::toString).toList());
    parts.add(jar.toString());
    parts.add(jar.resolveSibling("lib").resolve("*").toString());
    return String.join(File.pathSeparator, parts);
  }

  /** A process that was begun, with its log. */
  record Running(Process process, Path log) {}

  private Running start(List<String> command, Map<String, String> environment) throws IOException {
    Path log = Files.createTempFile(logs, "agent-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(log.toFile());
    return new Running(builder.start(), log);
  }

  /** Waits for its end. */
  static Ended ended(Running running) throws IOException, InterruptedException, HallException {
    if (!running.process().waitFor(HANGS_AFTER_MINUTES, TimeUnit.MINUTES)) {
      running.process().descendants().forEach(ProcessHandle::destroyForcibly);
      running.process().destroyForcibly().waitFor();
      throw new HallException("the agent hangs: " + Files.readString(running.log()));
    }
    String output = Files.readString(running.log());
    Files.delete(running.log());
    return new Ended(running.process().exitValue(), output);
  }
}
