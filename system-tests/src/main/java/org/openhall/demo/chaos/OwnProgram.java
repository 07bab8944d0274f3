package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openhall.demo.hall.HallException;

/** A class of this campaign as a process of its own, so that it can be killed. */
record OwnProgram(Process process, Path log) {
  /** Never reached but by a program that hangs. */
  private static final long HANGS_AFTER_MINUTES = 10;

  /**
   * Begins it.
   *
   * @param before a program and its words, under which it runs
   * @param log what it says, on both streams
   */
  static OwnProgram begin(List<String> before, Class<?> program, Path log, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx160m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8"));
    for (String property : List.of("java.io.tmpdir", "org.sqlite.tmpdir")) {
      command.add("-D%s=%s".formatted(property, System.getProperty(property, "/tmp")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new OwnProgram(builder.redirectOutput(log.toFile()).start(), log);
  }

  /** What it has said so far. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** Kills it as {@code kill -9} does, and returns what it had said. */
  String kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    return forgetLog();
  }

  /** Waits for its end. */
  String end() throws IOException, InterruptedException, HallException {
    if (!process.waitFor(HANGS_AFTER_MINUTES, TimeUnit.MINUTES)) {
      throw new HallException("a program of the campaign hangs: " + kill());
    }
    return forgetLog();
  }

  private String forgetLog() throws IOException {
    String all = said();
    Files.delete(log);
    return all;
  }
}
