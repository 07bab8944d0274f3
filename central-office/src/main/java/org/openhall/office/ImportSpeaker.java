package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openhall.office.catalog.ImportOutcome;
import org.openhall.office.catalog.ImportProgress;
import org.openhall.office.catalog.ImportReport;
import org.openhall.office.catalog.ReportFiles;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.Trouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what an import command does: progress, a report for each file, one status for all. */
final class ImportSpeaker {
  private final Console console;
  private final ReportFiles files;
  private final boolean json;
  private final List<ImportReport> reports = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  ImportSpeaker(Arguments arguments, Console console) {
    this.console = console;
    this.files = new ReportFiles(arguments.data(), OfficeTime.ZONE);
    this.json = arguments.wantsJson();
  }

  ImportProgress progressOf(Path path) {
    ProgressLine line = new ProgressLine(console, String.valueOf(path.getFileName()));
    return (fraction, rows) -> line.at(fraction, "import.rows", rows);
  }

  /** A file that was asked for by name: not knowing it is trouble. */
  void file(ImportOutcome outcome) throws IOException {
    if (outcome instanceof ImportOutcome.NotRecognised(String file)) {
      trouble(Trouble.of("trouble.not-recognised", file));
    } else {
      fileOfFolder(outcome);
    }
  }

  /** A file that happened to lie in a folder: one of no known kind is passed over. */
  void fileOfFolder(ImportOutcome outcome) throws IOException {
    switch (outcome) {
      case ImportOutcome.Imported(ImportReport report) -> report(report);
      case ImportOutcome.NotRecognised(String file) -> {
        skipped.add(file);
        console.say("import.skipped", file);
      }
      case ImportOutcome.Broken(Trouble trouble) -> trouble(trouble);
    }
  }

  void trouble(Trouble trouble) {
    console.fail(OfficeMain.BAD_INPUT, trouble);
    troubles.add(console.messages().text(trouble));
  }

  private void report(ImportReport report) throws IOException {
    List<String> text = new ReportText(console.messages()).lines(report);
    console.print(text);
    console.say("import.report-file", files.write(report, text).toString());
    reports.add(report);
  }

  /** The exit status of the whole command. */
  int finish() {
    if (json) {
      console.out().println(json());
    }
    return troubles.isEmpty() ? OfficeMain.DONE : OfficeMain.BAD_INPUT;
  }

  private ObjectNode json() {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    ReportFiles.putTally(
        whole,
        reports.stream()
            .map(ImportReport::tally)
            .reduce(new ImportReport.Tally(0, 0, 0, 0, 0, 0, 0, 0), ImportReport.Tally::plus));
    double seconds = reports.stream().mapToDouble(ImportReport::seconds).sum();
    whole.put("seconds", Math.round(seconds * 1000) / 1000.0);
    ArrayNode files = whole.putArray("files");
    reports.stream().map(ReportFiles::summary).forEach(files::add);
    skipped.forEach(whole.putArray("skipped")::add);
    troubles.forEach(whole.putArray("troubles")::add);
    return whole;
  }
}
