package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.link.Fingerprint;
import org.openhall.link.JsonFile;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.acceptance.SignedReport.Verdict;
import org.openhall.office.file.FileName;
import org.openhall.office.intake.AcceptanceReports;
import org.openhall.office.intake.AcceptanceReports.Received;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TroubleException;

/**
 * {@code acceptance list|show DIGEST|verify [DIGEST|FILE]}: the reports by which terminals are
 * accepted.
 */
final class AcceptanceCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, TroubleException {
    List<String> words = arguments.operands();
    String what = words.isEmpty() ? "" : words.getFirst();
    boolean understood =
        switch (what) {
          case "list" -> words.size() == 1;
          case "show" -> words.size() == 2;
          case "verify" -> words.size() <= 2;
          default -> false;
        };
    if (!understood) {
      throw new TroubleException("trouble.acceptance-usage");
    }
    AcceptanceReports reports = Office.open(arguments, console).acceptanceReports();
    List<Received> meant = words.size() == 2 ? named(reports, words.get(1)) : reports.all();
    if (meant.isEmpty()) {
      console.say("acceptance.none");
    }
    for (Received report : meant) {
      say(report, console);
      if (what.equals("show")) {
        lines(report, console);
      }
    }
    boolean genuine = meant.stream().allMatch(report -> report.verdict() == Verdict.GENUINE);
    return what.equals("verify") && !genuine ? OfficeMain.BAD_INPUT : OfficeMain.DONE;
  }

  private static List<Received> named(AcceptanceReports reports, String typed)
      throws IOException, TroubleException {
    Optional<Fingerprint> digest = Fingerprint.parse(typed);
    if (digest.isEmpty()) {
      return List.of(reports.of(saved(Path.of(typed))));
    }
    List<Received> meant =
        reports.all().stream().filter(r -> r.digest().equals(digest.get().grouped())).toList();
    if (meant.isEmpty()) {
      throw new TroubleException("trouble.no-such-acceptance", typed);
    }
    return meant;
  }

  private static SignedReport saved(Path file) throws IOException, TroubleException {
    try {
      return new JsonFile<>(
              file.toAbsolutePath().resolveSibling(""),
              String.valueOf(file.getFileName()),
              SignedReport.class)
          .read()
          .orElseThrow(() -> new TroubleException("trouble.no-such-acceptance", file));
    } catch (UnreadableFileException e) {
      throw new TroubleException("trouble.no-acceptance-file", file);
    }
  }

  private static void say(Received received, Console console) {
    String at = received.report().map(report -> OfficeTime.minute(report.at())).orElse("—");
    console.say(
        "acceptance.line",
        received.digest(),
        received.terminalId(),
        received.hall().isEmpty() ? "—" : received.hall(),
        at,
        console.messages().text("acceptance." + received.conclusion()),
        console.messages().text("acceptance.verdict." + received.verdict()),
        received.report().map(AcceptanceReport::number).map(String::valueOf).orElse("—"));
  }

  /** Says its lines; their words are the terminal's, and a console obeys control characters. */
  static void lines(Received received, Console console) {
    received
        .report()
        .ifPresent(report ->
            report
                .lines()
                .forEach(line ->
                    console.say(
                        "acceptance.item",
                        console.messages().text("acceptance.result." + line.result()),
                        FileName.legible(line.words(), line.words().length()))));
  }
}
