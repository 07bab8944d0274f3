package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How far a program stands behind others, as the system itself says.
 *
 * @param nice -20 to 19
 * @param policy 0 ordinary, 5 only when nobody else wants the processor
 * @param weight of its group on the processor, 100 for others; empty where groups cannot be seen
 */
record Rank(int nice, int policy, Optional<Double> weight) {
  static final Rank NONE = new Rank(0, 0, Optional.empty());

  private static final int NICE = 16; // fields of proc_pid_stat(5), counted behind the name
  private static final int POLICY = 38;
  private static final double SHARES_OF_OTHERS = 1024;

  /** Empty once the program has ended. */
  static Optional<Rank> of(long pid) {
    Path process = Path.of("/proc", String.valueOf(pid));
    try {
      String stat = Files.readString(process.resolve("stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      if (fields.getFirst().equals("Z")) {
        return Optional.empty(); // has left its group already
      }
      int nice = Integer.parseInt(fields.get(NICE));
      int policy = Integer.parseInt(fields.get(POLICY));
      return Optional.of(new Rank(nice, policy, weight(process)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> weight(Path process) throws IOException {
    for (String line : Files.readAllLines(process.resolve("cgroup"))) {
      List<String> parts = List.of(line.split(":", 3));
      Path shares = Path.of("/sys/fs/cgroup/cpu" + parts.get(2)).resolve("cpu.shares");
      if (parts.get(1).matches("(.*,)?cpu(,.*)?") && Files.isReadable(shares)) {
        return Optional.of(100 * Double.parseDouble(first(shares)) / SHARES_OF_OTHERS);
      }
      Path unified = Path.of("/sys/fs/cgroup" + parts.get(2)).resolve("cpu.weight");
      if (parts.get(1).isEmpty() && Files.isReadable(unified)) {
        return Optional.of(Double.parseDouble(first(unified)));
      }
    }
    return Optional.empty();
  }

  private static String first(Path file) throws IOException {
    return Files.readAllLines(file).getFirst();
  }
}
