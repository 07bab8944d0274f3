package org.openhall.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.LintReport.Figures;
import org.openhall.office.lint.Rule;
import org.openhall.office.lint.Severity;
import org.openhall.office.text.Messages;
import org.openhall.office.text.TextTable;

/**
 * Findings for people: the figures by rule, then what there is to do, the most important first. Of
 * errors much is listed, of warnings the first, of notices nothing unless it was asked for.
 *
 * @param messages the words
 * @param listed findings listed of each rule, where a person asked for few rules
 */
record LintText(Messages messages, int listed) {
  private static final int ERRORS_LISTED = 50;
  private static final int WARNINGS_LISTED = 5;
  private static final int DEPARTMENTS_NAMED = 3;
  private static final int TITLE = 40;

  /** Of a whole report. */
  LintText(Messages messages) {
    this(messages, 0);
  }

  List<String> lines(LintReport report) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Rule, Figures> entry : report.rules()) {
      int shown = shown(entry.getValue().worst());
      if (shown > 0) {
        rule(entry.getKey(), entry.getValue(), shown, lines);
      }
    }
    if (!report.rules().isEmpty()) {
      lines.addAll(table(report));
      lines.add("");
    }
    return lines;
  }

  /** The errors alone. */
  List<String> errors(LintReport report) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Rule, Figures> entry : report.rules()) {
      if (entry.getValue().worst() == Severity.ERROR) {
        rule(entry.getKey(), entry.getValue(), ERRORS_LISTED, lines);
      }
    }
    return lines;
  }

  private int shown(Severity severity) {
    return Math.max(
        listed,
        switch (severity) {
          case ERROR -> ERRORS_LISTED;
          case WARNING -> WARNINGS_LISTED;
          case NOTICE -> 0;
        });
  }

  private List<String> table(LintReport report) {
    TextTable table =
        new TextTable(
            messages.text("lint.severity"),
            messages.text("lint.rule"),
            messages.text("lint.what"),
            messages.text("lint.findings"),
            messages.text("lint.records"),
            messages.text("lint.most"));
    report
        .rules()
        .forEach(entry -> {
          Figures figures = entry.getValue();
          for (Severity severity : Severity.values()) {
            if (figures.of(severity) > 0) {
              table.row(
                  messages.text("lint.severity." + severity.code()),
                  entry.getKey().code(),
                  messages.text(key(entry.getKey()) + ".name"),
                  figures.of(severity),
                  figures.records(),
                  departments(figures));
            }
          }
        });
    return table.lines();
  }

  private static String departments(Figures figures) {
    List<Map.Entry<String, Long>> all = figures.departments();
    String named =
        all.stream()
            .limit(DEPARTMENTS_NAMED)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining("; "));
    return all.size() > DEPARTMENTS_NAMED ? named + "; …" : named;
  }

  private void rule(Rule rule, Figures figures, int shown, List<String> lines) {
    lines.add(
        messages.text(
            "lint.heading",
            messages.text("lint.severity." + figures.worst().code()),
            rule.code(),
            messages.text(key(rule) + ".name"),
            figures.all(),
            messages.text(key(rule) + ".source")));
    List<LintFinding> first = figures.first();
    first.stream().limit(shown).map(this::line).forEach(lines::add);
    if (figures.all() > Math.min(shown, first.size())) {
      lines.add(
          messages.text("lint.more", figures.all() - Math.min(shown, first.size()), rule.code()));
    }
    lines.add("");
  }

  private String line(LintFinding finding) {
    return messages.text(
        "lint.finding",
        finding.key(),
        finding.subject().id(),
        shortened(finding.subject().title()),
        finding.subject().department(),
        finding.field().isEmpty() ? "–" : finding.field(),
        sentence(finding));
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) > TITLE
        ? title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…"
        : title;
  }

  String sentence(LintFinding finding) {
    return finding.sentence(messages);
  }

  private static String key(Rule rule) {
    return "lint." + rule.code();
  }
}
