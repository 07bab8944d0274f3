package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.office.lint.Accepted;
import org.openhall.office.lint.FindingSheet;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.Linter;
import org.openhall.office.lint.Rule;
import org.openhall.office.lint.Severity;
import org.openhall.office.text.TroubleException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code lint}: looks at all records as before a release, changes nothing. {@code lint accept KEY}:
 * a finding was looked at and is right as it stands.
 */
final class LintCommand implements Command {
  private static final int LISTED_WHEN_ASKED = 50;

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    if (!arguments.operands().isEmpty()) {
      return accept(arguments, console);
    }
    Predicate<LintFinding> wanted = wanted(arguments);
    Office office = Office.open(arguments.data());
    Accepted accepted = Accepted.read(arguments.data());
    LintReport report = new LintReport();
    Instant start = office.clock().instant();
    long records;
    try (FindingSheet sheet = new FindingSheet(office.workDir(), console.messages())) {
      Optional<Path> csv = arguments.option("--csv").map(Path::of);
      records =
          look(
              office,
              console,
              finding -> {
                if (!wanted.test(finding)) {
                  return;
                }
                if (accepted.covers(finding)) {
                  report.accept();
                  return;
                }
                report.add(finding);
                csv.ifPresent(_ -> sheet.add(finding));
              });
      if (csv.isPresent()) {
        sheet.write(csv.get());
      }
    }
    double seconds = Duration.between(start, office.clock().instant()).toMillis() / 1000.0;
    return say(arguments, console, report, records, seconds);
  }

  private static long look(
      Office office, Console console, java.util.function.Consumer<LintFinding> findings)
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
      Severity least =
          Severity.of(severityName.get())
              .orElseThrow(() -> new TroubleException("trouble.no-severity", severityName.get()));
      wanted = wanted.and(finding -> finding.severity().compareTo(least) <= 0);
    }
    Optional<String> department = arguments.option("--department");
    if (department.isPresent()) {
      wanted =
          wanted.and(finding ->
              finding.subject().departmentId().equals(department.get())
                  || finding.subject().department().contains(department.get()));
    }
    return wanted;
  }

  private static Rule rule(String name) throws TroubleException {
    return Rule.of(name).orElseThrow(() -> new TroubleException("trouble.no-rule", name));
  }

  private static int say(
      Arguments arguments, Console console, LintReport report, long records, double seconds) {
    boolean asked =
        arguments.option("--rule").isPresent() || arguments.option("--severity").isPresent();
    console.out().println();
    console.print(new LintText(console.messages(), asked ? LISTED_WHEN_ASKED : 0).lines(report));
    console.say(
        "lint.done",
        records,
        Figures.seconds(seconds),
        report.of(Severity.ERROR),
        report.of(Severity.WARNING),
        report.of(Severity.NOTICE),
        report.accepted());
    arguments.option("--csv").ifPresent(file -> console.say("lint.sheet", file));
    if (arguments.wantsJson()) {
      console.out().println(json(report, records, seconds, console));
    }
    return report.of(Severity.ERROR) > 0 ? OfficeMain.BAD_INPUT : OfficeMain.DONE;
  }

  private static ObjectNode json(LintReport report, long records, double seconds, Console console) {
    LintText text = new LintText(console.messages());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("records", records);
    json.put("seconds", seconds);
    for (Severity severity : Severity.values()) {
      json.put(severity.code() + "s", report.of(severity));
    }
    json.put("accepted", report.accepted());
    ArrayNode rules = json.putArray("rules");
    ArrayNode findings = json.putArray("findings");
    report
        .rules()
        .forEach(entry -> {
          String code = entry.getKey().code();
          ObjectNode rule = rules.addObject().put("rule", code);
          rule.put("source", console.messages().text("lint." + code + ".source"));
          rule.put("findings", entry.getValue().all()).put("records", entry.getValue().records());
          for (LintFinding finding : entry.getValue().first()) {
            findings
                .addObject()
                .put("severity", finding.severity().code())
                .put("rule", code)
                .put("record", finding.subject().id())
                .put("department", finding.subject().department())
                .put("field", finding.field())
                .put("text", text.sentence(finding))
                .put("key", finding.key());
          }
        });
    return json;
  }

  /** {@code lint accept KEY --why WORDS}, or a rule and {@code --department D}. */
  private static int accept(Arguments arguments, Console console)
      throws IOException, TroubleException {
    Optional<String> why = arguments.option("--why").filter(words -> !words.isBlank());
    if (arguments.operands().size() != 2
        || !arguments.operands().getFirst().equals("accept")
        || why.isEmpty()) {
      throw new TroubleException("trouble.lint-usage");
    }
    String what = arguments.operands().getLast();
    Optional<String> department = arguments.option("--department");
    if (department.isPresent()) {
      what = Accepted.of(rule(what), department.get());
    } else if (!what.matches("[0-9a-f]{10}")) {
      throw new TroubleException("trouble.lint-usage");
    }
    Files.createDirectories(arguments.data());
    Accepted.add(
        arguments.data(), what, LocalDate.now(Office.open(arguments.data()).clock()), why.get());
    console.say("lint.accepted", what);
    return OfficeMain.DONE;
  }
}
