package org.openhall.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One target, fuzzed by Jazzer in a process of its own, which runs libFuzzer over instrumented
 * classes. What it found is boiled down to the fewest inputs that reach as much, and kept.
 */
final class Campaign {

  private static final Pattern PROGRESS =
      Pattern.compile("#\\d+\\s+\\w+\\s+cov: (\\d+) ft: (\\d+).*");
  private static final Pattern EXECUTED =
      Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");
  private static final int SECONDS_FOR_ONE_INPUT = 600;

  private final FuzzTarget target;
  private final Path work;
  private final Path log;
  private int edges;
  private int features;
  private long executed;

  /**
   * What came of it.
   *
   * @param runs inputs that were tried
   * @param edges places in the code that were reached
   * @param features of those, in which ways
   * @param found in hexadecimal, and where it lies
   */
  record Result(
      String target,
      long runs,
      int edges,
      int features,
      int keptBefore,
      int kept,
      boolean sound,
      List<String> found) {

    /** For people. */
    String line() {
      return "%-18s %,12d runs  %4d edges  %5d features  kept %3d -> %3d inputs  %s"
              .formatted(
                  target,
                  runs,
                  edges,
                  features,
                  keptBefore,
                  kept,
                  sound ? "nothing found" : "FAILED")
          + found.stream().map(it -> "\n  " + it).collect(Collectors.joining());
    }

    /** For programs; names and hexadecimal need no escapes. */
    String json() {
      return "{\"target\":\"%s\",\"runs\":%d,\"edges\":%d,\"features\":%d,\"kept\":%d,\"sound\":%b}"
          .formatted(target, runs, edges, features, kept, sound);
    }
  }

  /** A campaign that works in a folder of its own. */
  Campaign(FuzzTarget target, Path work) {
    this.target = target;
    this.work = work;
    this.log = work.resolve("log");
  }

  /** Fuzzes for so many minutes. */
  Result run(int minutes) throws IOException, InterruptedException {
    Path kept = Files.createDirectories(Corpus.folder(target));
    Path grown = Files.createDirectories(work.resolve("grown"));
    Path findings = Files.createDirectories(work.resolve("findings"));
    List<Path> earlier = Corpus.files(findings);
    int keptBefore = Corpus.files(kept).size();
    writeSeeds(grown);
    boolean sound = fuzz(minutes, grown, kept, findings) == 0;
    if (sound) {
      boilDown(kept, grown);
    }
    List<String> found = new ArrayList<>();
    for (Path file : Corpus.files(findings)) {
      if (!earlier.contains(file)) {
        found.add(file + " " + HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    if (!sound) {
      found.add("what Jazzer said: " + log);
    }
    int now = Corpus.files(kept).size();
    return new Result(target.name(), executed, edges, features, keptBefore, now, sound, found);
  }

  private int fuzz(int minutes, Path grown, Path kept, Path findings)
      throws IOException, InterruptedException {
    return jazzer(
        List.of(
            "-max_total_time=" + minutes * 60,
            "-max_len=" + target.longest(),
            "-timeout=" + SECONDS_FOR_ONE_INPUT,
            "-dict=" + writeWords(),
            "-artifact_prefix=" + findings + "/",
            "-print_final_stats=1",
            grown.toString(),
            kept.toString()));
  }

  private void writeSeeds(Path grown) throws IOException {
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(grown.resolve("seed-" + ++number), seed);
    }
  }

  private Path writeWords() throws IOException {
    List<String> lines = new ArrayList<>();
    for (byte[] word : target.words()) {
      StringBuilder line = new StringBuilder("\"");
      for (byte b : word) {
        line.append("\\x%02X".formatted(b));
      }
      lines.add(line.append('"').toString());
    }
    return Files.write(work.resolve("words"), lines);
  }

  /**
   * Keeps the fewest inputs that reach every place in the code that is reached, however often, and
   * what something was wrong with.
   */
  private void boilDown(Path kept, Path grown) throws IOException, InterruptedException {
    Path fewest = work.resolve("fewest");
    if (Files.exists(fewest)) {
      for (Path file : Corpus.files(fewest)) {
        Files.delete(file);
      }
    }
    Files.createDirectories(fewest);
    List<String> merge =
        List.of(
            "-merge=1", "-use_counters=0", fewest.toString(), kept.toString(), grown.toString());
    if (jazzer(merge) != 0) {
      throw new IOException("the inputs could not be boiled down, see " + log);
    }
    for (Path file : Corpus.files(kept)) {
      if (!String.valueOf(file.getFileName()).startsWith(Corpus.FOUND)) {
        Files.delete(file);
      }
    }
    for (Path file : Corpus.files(fewest)) {
      Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private int jazzer(List<String> options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-D" + JazzerEntry.TARGET + "=" + target.name(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--instrumentation_includes=org.openhall.device.**:org.openhall.simulator.**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                "-rss_limit_mb=0"));
    command.addAll(options);
    Process process =
        new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = lines.lines().peek(this::note).toList();
      Files.write(log, said);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return process.waitFor();
  }

  private void note(String line) {
    Matcher progress = PROGRESS.matcher(line);
    if (progress.matches()) {
      edges = Integer.parseInt(progress.group(1));
      features = Integer.parseInt(progress.group(2));
    }
    Matcher done = EXECUTED.matcher(line);
    if (done.matches()) {
      executed = Math.max(executed, Long.parseLong(done.group(1)));
    }
  }
}
