package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openhall.office.lint.Accepted;
import org.openhall.office.lint.FindingSheet;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.Linter;
import org.openhall.office.lint.Rule;
import org.openhall.office.lint.Severity;
import org.openhall.office.text.TroubleException;

/**
 * {@code lint}: looks at all records as before a release, changes nothing. {@code lint accept KEY}:
 * a finding was looked at and is right as it stands.
 */
final class LintCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    Office office = Office.open(arguments, console);
    if (!arguments.operands().isEmpty()) {
      return accept(arguments, console, office);
    }
    Predicate<LintFinding> wanted = wanted(arguments);
    Accepted accepted = Accepted.read(arguments.data());
    Optional<Path> csv = arguments.option("--csv").map(Path::of);
    LintReport report = new LintReport();
    Instant start = office.clock().instant();
    try (FindingSheet sheet = new FindingSheet(office.workDir(), console.messages())) {
      long records =
          look(
              office,
              console,
              finding -> {
                if (wanted.test(finding)) {
                  report.take(finding, accepted);
                  csv.filter(_ -> !accepted.covers(finding)).ifPresent(_ -> sheet.add(finding));
                }
              });
      if (csv.isPresent()) {
        sheet.write(csv.get());
      }
      double seconds = Duration.between(start, office.clock().instant()).toMillis() / 1000.0;
      return new LintSpeaker(arguments, console).say(report, records, seconds);
    }
  }

  /** Looks at all records and says how many there are. */
  private static long look(Office office, Console console, Consumer<LintFinding> findings)
      throws IOException, SQLException {
    long expected =
        Math.max(1, office.catalog().countsByType().values().stream().mapToLong(n -> n).sum());
    ProgressLine line = new ProgressLine(console, console.messages().text("lint.looking"));
    Linter linter = new Linter(office.lintDesk(), findings);
    long[] seen = {0};
    office
        .catalog()
        .forEach(record -> {
          linter.visit(record);
          seen[0]++;
          line.at((double) seen[0] / expected, "import.rows", seen[0]);
        });
    linter.end();
    return seen[0];
  }

  private static Predicate<LintFinding> wanted(Arguments arguments) throws TroubleException {
    Predicate<LintFinding> wanted = _ -> true;
    Optional<String> ruleName = arguments.option("--rule");
    if (ruleName.isPresent()) {
      Rule rule = rule(ruleName.get());
      wanted = wanted.and(finding -> finding.rule() == rule);
    }
    Optional<String> severityName = arguments.option("--severity");
    if (severityName.isPresent()) {
      Severity least = severity(severityName.get());
      wanted = wanted.and(finding -> finding.severity().compareTo(least) <= 0);
    }
    Optional<String> department = arguments.option("--department");
    return department.isPresent()
        ? wanted.and(finding -> isOf(department.get(), finding.subject()))
        : wanted;
  }

  private static boolean isOf(String department, LintFinding.Subject subject) {
    return subject.departmentId().equals(department) || subject.department().contains(department);
  }

  private static Rule rule(String name) throws TroubleException {
    return Rule.of(name).orElseThrow(() -> new TroubleException("trouble.no-rule", name));
  }

  private static Severity severity(String name) throws TroubleException {
    return Severity.of(name).orElseThrow(() -> new TroubleException("trouble.no-severity", name));
  }

  /** {@code lint accept KEY --why WORDS}, or a rule and {@code --department D}. */
  private static int accept(Arguments arguments, Console console, Office office)
      throws IOException, TroubleException {
    Optional<String> why = arguments.option("--why").filter(words -> !words.isBlank());
    boolean isAccept =
        arguments.operands().size() == 2 && arguments.operands().getFirst().equals("accept");
    if (!isAccept || why.isEmpty()) {
      throw new TroubleException("trouble.lint-usage");
    }
    String what = what(arguments.operands().getLast(), arguments.option("--department"));
    Accepted.add(arguments.data(), what, LocalDate.now(office.clock()), why.get());
    console.say("lint.accepted", what);
    return OfficeMain.DONE;
  }

  private static String what(String word, Optional<String> department) throws TroubleException {
    if (department.isPresent()) {
      return Accepted.of(rule(word), department.get());
    } else if (!word.matches("[0-9a-f]{10}")) {
      throw new TroubleException("trouble.lint-usage");
    }
    return word;
  }
}
