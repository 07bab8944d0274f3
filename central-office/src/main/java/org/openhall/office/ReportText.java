package org.openhall.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.office.catalog.Finding;
import org.openhall.office.catalog.ImportReport;
import org.openhall.office.text.Figures;
import org.openhall.office.text.Messages;
import org.openhall.office.text.TextTable;

/** The report of an import for people: totals, then what was found, with the rows to look at. */
final class ReportText {
  private static final int ROWS_NAMED = 6;
  private static final int REFUSALS_SHOWN = 12;
  private static final int KEPT_SHOWN = 50;

  private final Messages messages;

  ReportText(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(ImportReport report) {
    List<String> lines = new ArrayList<>();
    addPart(lines, List.of(heading(report)));
    addPart(lines, totals(report.tally()));
    addPart(lines, report.counts().isEmpty() ? List.of() : findings(report));
    addPart(lines, refusals(report));
    addPart(lines, kept(report));
    addPart(lines, report.missing().isEmpty() ? List.of() : missing(report.missing()));
    lines.add("");
    return lines;
  }

  private static void addPart(List<String> lines, List<String> part) {
    if (!part.isEmpty()) {
      lines.add("");
      lines.addAll(part);
    }
  }

  private String heading(ImportReport report) {
    return messages.text(
        "report.heading",
        report.file(),
        messages.text("source." + report.kind().code()),
        Figures.seconds(report.seconds()));
  }

  private List<String> totals(ImportReport.Tally tally) {
    TextTable table =
        new TextTable(
            messages.text("report.added"),
            messages.text("report.changed"),
            messages.text("report.unchanged"),
            messages.text("report.kept"),
            messages.text("report.repaired"),
            messages.text("report.refused"),
            messages.text("report.warnings"),
            messages.text("report.absent"));
    table.row(
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        tally.kept(),
        tally.repaired(),
        tally.refused(),
        tally.warnings(),
        tally.absent());
    return table.lines();
  }

  private List<String> findings(ImportReport report) {
    TextTable table =
        new TextTable(
            messages.text("report.severity"),
            messages.text("report.what"),
            messages.text("report.field"),
            messages.text("report.rows"),
            messages.text("report.row-numbers"));
    report
        .counts()
        .forEach((kind, fields) ->
            fields.forEach((field, rows) ->
                table.row(
                    messages.text("severity." + kind.severity().code()),
                    messages.text("finding." + kind.code()),
                    field.isEmpty() ? "–" : field,
                    rows,
                    rowNumbers(report, kind, field, rows))));
    return table.lines();
  }

  private static String rowNumbers(
      ImportReport report, Finding.Kind kind, String field, long rows) {
    String named =
        report.findings().stream()
            .filter(finding -> finding.kind() == kind && finding.field().equals(field))
            .limit(ROWS_NAMED)
            .map(finding -> Integer.toString(finding.row()))
            .collect(Collectors.joining(", ", "#", ""));
    return rows > ROWS_NAMED ? named + " …" : named;
  }

  private List<String> refusals(ImportReport report) {
    List<Finding> refused =
        report.findings().stream()
            .filter(finding -> finding.kind().severity() == Finding.Severity.REFUSED)
            .toList();
    List<String> lines = new ArrayList<>();
    refused.stream().limit(REFUSALS_SHOWN).map(this::refusal).forEach(lines::add);
    if (refused.size() > REFUSALS_SHOWN) {
      lines.add(messages.text("report.more-refusals", refused.size() - REFUSALS_SHOWN));
    }
    return lines;
  }

  /** Record and field, what stands here, and what the source has. */
  private List<String> kept(ImportReport report) {
    List<Finding> kept =
        report.findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.EDITED_HERE)
            .toList();
    List<String> lines = new ArrayList<>();
    kept.stream()
        .limit(KEPT_SHOWN)
        .map(one ->
            messages.text(
                "report.kept-row",
                one.row(),
                one.field().isEmpty() ? "–" : one.field(),
                one.detail()))
        .forEach(lines::add);
    if (kept.size() > KEPT_SHOWN) {
      lines.add(messages.text("report.more-kept", kept.size() - KEPT_SHOWN));
    }
    return lines;
  }

  private String refusal(Finding finding) {
    return messages.text(
        "report.refusal",
        finding.row(),
        finding.field().isEmpty() ? "–" : finding.field(),
        messages.text("finding." + finding.kind().code()),
        finding.detail());
  }

  private List<String> missing(Map<String, Long> missing) {
    TextTable table =
        new TextTable(messages.text("report.missing"), messages.text("report.records"));
    missing.forEach((field, records) -> table.row(messages.text("field." + field), records));
    return table.lines();
  }
}
