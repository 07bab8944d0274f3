package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory: how much there is, and how much is left. */
record MemoryCheck(Machine machine) implements Check {
  private static final Pattern LINE = Pattern.compile("(\\w+):\\s+(\\d+) kB");

  /** Megabytes; what a machine sold with 2 GB still has when its graphics have taken theirs. */
  private static final long WANTED = 1_700;

  private static final long LEAST_FREE = 200;

  @Override
  public Area area() {
    return Area.MEMORY;
  }

  @Override
  public List<Finding> look() throws IOException {
    List<String> lines = machine.lines("/proc/meminfo");
    long all = megabytes(lines, "MemTotal");
    long free = megabytes(lines, "MemAvailable");
    if (all == 0 && !machine.isThisOne()) {
      return List.of(); // of a disk alone nobody knows it
    }
    if (all == 0) {
      return List.of(Finding.of(area(), Severity.UNKNOWN, "unknown", "/proc/meminfo"));
    }
    if (free < LEAST_FREE) {
      return List.of(Finding.of(area(), Severity.WARNING, "memory.low", free, all));
    }
    return List.of(
        all < WANTED
            ? Finding.of(area(), Severity.WARNING, "memory.small", all)
            : Finding.of(area(), Severity.OK, "memory.ok", free, all));
  }

  private static long megabytes(List<String> lines, String name) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).equals(name))
        .mapToLong(line -> Long.parseLong(line.group(2)) / 1024)
        .findFirst()
        .orElse(0);
  }
}
