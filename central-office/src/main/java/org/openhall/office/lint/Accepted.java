package org.openhall.office.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings that somebody has looked at and found right as they stand: a file of the office, a line
 * for each: what, the day, why. What is a finding's {@linkplain LintFinding#key key}, or a rule
 * with a department, which covers all but errors.
 */
public final class Accepted {
  private static final String FILE = "lint-accepted.txt";

  private final Set<String> what = new HashSet<>();

  private Accepted() {}

  /** Reads the file of a data folder; none is as good as an empty one. */
  public static Accepted read(Path dataDir) throws IOException {
    Accepted accepted = new Accepted();
    Path file = dataDir.resolve(FILE);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> accepted.what.add(line.split("\t", 2)[0].strip()));
    return accepted;
  }

  /**
   * Adds a line.
   *
   * @param what a key, or {@link #of} a rule and a department
   * @param why in a person's words
   */
  public static void add(Path dataDir, String what, LocalDate day, String why) throws IOException {
    String line = "%s\t%s\t%s%n".formatted(what, day, why.replaceAll("\\s+", " "));
    Files.writeString(
        dataDir.resolve(FILE), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** All findings of a rule for the records of a department. */
  public static String of(Rule rule, String department) {
    return rule.code() + " " + department;
  }

  /** Whether a finding needs no second look. */
  public boolean covers(LintFinding finding) {
    return what.contains(finding.key())
        || (finding.severity() != Severity.ERROR
            && what.contains(of(finding.rule(), finding.subject().department())));
  }
}
