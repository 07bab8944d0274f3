package org.openhall.office.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found, in figures that are complete and in the first findings of each rule. Its size
 * does not grow with the number of records.
 */
public final class LintReport {
  /** Findings of a rule that are kept. */
  public static final int KEPT = 200;

  private static final int DEPARTMENTS = 5_000;
  private static final String OTHERS = "…";

  private final Map<Rule, Figures> rules = new EnumMap<>(Rule.class);
  private long accepted;

  /** The figures of one rule. */
  public static final class Figures {
    private final Map<Severity, Long> findings = new EnumMap<>(Severity.class);
    private final Map<String, Long> departments = new HashMap<>();
    private final List<LintFinding> first = new ArrayList<>();
    private long records;
    private String lastRecord = "";

    private void add(LintFinding finding) {
      findings.merge(finding.severity(), 1L, Long::sum);
      String department = finding.subject().department();
      boolean isKnown = departments.containsKey(department) || departments.size() < DEPARTMENTS;
      departments.merge(isKnown ? department : OTHERS, 1L, Long::sum);
      if (!finding.subject().id().equals(lastRecord)) {
        lastRecord = finding.subject().id();
        records++;
      }
      if (first.size() < KEPT) {
        first.add(finding);
      }
    }

    /** How many findings of that severity. */
    public long of(Severity severity) {
      return findings.getOrDefault(severity, 0L);
    }

    /** How many findings. */
    public long all() {
      return findings.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many records have one. */
    public long records() {
      return records;
    }

    /** The most severe of them. */
    public Severity worst() {
      return findings.keySet().iterator().next(); // in the order of the constants
    }

    /** The first findings, those of the department with most of them first. */
    public List<LintFinding> first() {
      Comparator<LintFinding> byDepartment =
          Comparator.comparing((LintFinding f) -> f.severity())
              .thenComparingLong(f -> -departments.getOrDefault(f.subject().department(), 0L))
              .thenComparing(f -> f.subject().department());
      return first.stream().sorted(byDepartment).toList();
    }

    /** Departments with how many findings each has, most first. */
    public List<Map.Entry<String, Long>> departments() {
      return departments.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .toList();
    }
  }

  /** Takes a finding in. */
  public void add(LintFinding finding) {
    rules.computeIfAbsent(finding.rule(), _ -> new Figures()).add(finding);
  }

  /** Takes a finding in, or only counts it where somebody has looked at it and accepted it. */
  public void take(LintFinding finding, Accepted acceptedEarlier) {
    if (acceptedEarlier.covers(finding)) {
      accepted++;
    } else {
      add(finding);
    }
  }

  /** Rule → figures, of the rules that found something: the most severe first. */
  public List<Map.Entry<Rule, Figures>> rules() {
    return rules.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().worst()))
        .toList();
  }

  /** How many findings of a severity, over all rules. */
  public long of(Severity severity) {
    return rules.values().stream().mapToLong(figures -> figures.of(severity)).sum();
  }

  /** How many findings were left out as accepted. */
  public long accepted() {
    return accepted;
  }
}
