package org.openhall.office.desk.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.Rule;
import org.openhall.office.lint.Severity;
import org.openhall.office.text.Messages;

/** The errors that hold a release up, as a page lists them. */
record ErrorList(String rule, long findings, List<Line> first) {
  private static final int SHOWN = 20;

  /** One of them. */
  record Line(String recordId, String title, String sentence) {}

  static List<ErrorList> of(LintReport report, Messages words) {
    List<ErrorList> lists = new ArrayList<>();
    for (Map.Entry<Rule, LintReport.Figures> entry : report.rules()) {
      if (entry.getValue().worst() == Severity.ERROR) {
        lists.add(
            new ErrorList(
                words.text("lint." + entry.getKey().code() + ".name"),
                entry.getValue().all(),
                entry.getValue().first().stream().limit(SHOWN).map(f -> line(f, words)).toList()));
      }
    }
    return lists;
  }

  /** For the file that keeps why a release went out with errors. */
  static List<String> lines(LintReport report) {
    Messages words = Messages.of("zh-CN");
    return of(report, words).stream()
        .flatMap(list -> list.first().stream())
        .map(line -> line.recordId() + " " + line.title() + ": " + line.sentence())
        .toList();
  }

  private static Line line(LintFinding finding, Messages words) {
    return new Line(finding.subject().id(), finding.subject().title(), finding.sentence(words));
  }
}
