package org.openhall.kiosk.acceptance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.device.Receipt;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.shell.Messages;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.By;
import org.openhall.link.acceptance.AcceptanceReport.Line;
import org.openhall.link.acceptance.AcceptanceReport.Result;
import org.openhall.link.acceptance.SignedReport;

/** Puts an acceptance report together, and lays it out on paper. */
public final class Acceptance {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Messages words;
  private final Locale locale;
  private final List<Line> lines = new ArrayList<>();

  /** Nothing looked at yet; in the language that the words speak now. */
  public Acceptance(Messages words) {
    this.words = words;
    this.locale = words.language().get().locale();
  }

  /** What the doctor found. */
  public void found(List<Finding> findings) {
    for (Finding finding : findings) {
      Result result =
          switch (finding.severity()) {
            case OK -> Result.PASSED;
            case NOTE, UNKNOWN, WARNING -> Result.NOTED;
            case FAULT -> Result.FAILED;
          };
      add(new Line(By.DOCTOR, finding.code(), result, finding.words(locale)));
    }
  }

  /** How a device's self test ended. */
  public void tested(String key, boolean passed, String last) {
    Result result = passed ? Result.PASSED : Result.FAILED;
    add(new Line(By.SELF_TEST, key, result, key + ": " + last));
  }

  /** What a person said of a thing: a key of the words. */
  public void said(String code, boolean well) {
    String how = words.text(well ? "technician.well" : "technician.not-well");
    add(line(code, well ? Result.PASSED : Result.FAILED, how));
  }

  /** What nobody did. */
  public void leftOut(String code) {
    add(line(code, Result.LEFT_OUT, words.text("technician.acceptance.open")));
  }

  /** The same of one device. */
  void leftOut(String code, String device) {
    String thing = device + " " + words.text("technician.acceptance.person." + code);
    String open = words.text("technician.acceptance.open");
    add(new Line(By.PERSON, code, Result.LEFT_OUT, said(thing, open)));
  }

  private Line line(String code, Result result, String how) {
    String thing = words.text("technician.acceptance.person." + code);
    return new Line(By.PERSON, code, result, said(thing, how));
  }

  private String said(String thing, String how) {
    return words.text("technician.acceptance.said", thing, how);
  }

  private void add(Line line) {
    if (lines.size() < AcceptanceReport.MOST_LINES) {
      lines.add(line);
    }
  }

  /** What was looked at so far. */
  public AcceptanceReport report(String terminalId, String place, Instant now) {
    return new AcceptanceReport(terminalId, now, place, lines, null);
  }

  /** The key of the words that say how it came out. */
  public static String conclusion(AcceptanceReport report) {
    if (!report.passed()) {
      return "technician.acceptance.failed";
    }
    return report.complete() ? "technician.acceptance.passed" : "technician.acceptance.partly";
  }

  /** The slip. */
  public Receipt slip(AcceptanceReport report, Optional<SignedReport> signed) {
    List<Receipt.Line> slip = new ArrayList<>();
    List<String> failed = words(report, Result.FAILED);
    slip.add(new Receipt.Line.Heading(words.text("technician.slip.title")));
    slip.add(pair("terminal", report.terminalId().isEmpty() ? "—" : report.terminalId()));
    slip.add(pair("place", report.place().isEmpty() ? "—" : report.place()));
    slip.add(pair("time", time(report.at())));
    slip.add(pair("result", words.text(conclusion(report))));
    slip.add(
        new Receipt.Line.Text(
            words.text("technician.slip.items", report.lines().size(), failed.size())));
    slip.add(new Receipt.Line.Rule());
    failed.forEach(line -> slip.add(new Receipt.Line.Text("× " + line)));
    words(report, Result.LEFT_OUT).forEach(line -> slip.add(new Receipt.Line.Text("○ " + line)));
    if (signed.isPresent()) {
      String digest = signed.get().digest().grouped();
      slip.add(pair("digest", digest));
      slip.add(new Receipt.Line.Text(words.text("technician.slip.check")));
      slip.add(new Receipt.Line.Qr("OPENHALL-ACCEPTANCE " + report.terminalId() + " " + digest));
    } else {
      slip.add(new Receipt.Line.Text(words.text("technician.slip.unsigned")));
    }
    return new Receipt(slip);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  private Receipt.Line pair(String key, String value) {
    return new Receipt.Line.Pair(words.text("technician.slip." + key), value);
  }

  /** What came out so, in words. */
  public static List<String> words(AcceptanceReport report, Result result) {
    return report.lines().stream()
        .filter(line -> line.result() == result)
        .map(Line::words)
        .toList();
  }
}
