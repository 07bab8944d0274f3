package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.openhall.kiosk.technician.TechnicianDesk.Said;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.By;
import org.openhall.link.acceptance.AcceptanceReport.Line;
import org.openhall.link.acceptance.AcceptanceReport.Result;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;

/** Puts an acceptance report together, has it signed, and lays it out on paper. */
final class Acceptance {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Messages words;
  private final Locale locale;
  private final List<Line> lines = new ArrayList<>();

  Acceptance(Messages words) {
    this.words = words;
    this.locale = words.language().get().locale();
  }

  /** What the doctor found. */
  void found(List<Finding> findings) {
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
  void tested(String key, boolean passed, String last) {
    Result result = passed ? Result.PASSED : Result.FAILED;
    add(new Line(By.SELF_TEST, key, result, key + ": " + last));
  }

  /** What persons said. */
  void said(List<Said> persons) {
    for (Said said : persons) {
      String thing = words.text("technician.acceptance.person." + said.code());
      String how = words.text(said.well() ? "technician.well" : "technician.not-well");
      Result result = said.well() ? Result.PASSED : Result.FAILED;
      add(new Line(By.PERSON, said.code(), result, thing + ": " + how));
    }
  }

  private void add(Line line) {
    if (lines.size() < AcceptanceReport.MOST_LINES) {
      lines.add(line);
    }
  }

  AcceptanceReport report(String terminalId, String place, Instant now) {
    return new AcceptanceReport(terminalId, now, place, lines, null);
  }

  /** The report as the agent dates and signs it; empty where it does not. */
  static Optional<SignedReport> signed(Path data, AcceptanceReport report) {
    try (MessageLine agent = MessageLine.connect(data, PATIENCE)) {
      agent.send(new KioskMessage.Sign(report).toJson());
      return AgentMessage.read(agent.receive())
          .filter(AgentMessage.Signed.class::isInstance)
          .map(said -> ((AgentMessage.Signed) said).report());
    } catch (IOException e) {
      System.err.println("kiosk: the agent does not sign: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The slip. */
  Receipt slip(AcceptanceReport report, Optional<SignedReport> signed) {
    List<Receipt.Line> slip = new ArrayList<>();
    List<String> failed = failed(report);
    slip.add(new Receipt.Line.Heading(words.text("technician.slip.title")));
    slip.add(pair("terminal", report.terminalId().isEmpty() ? "—" : report.terminalId()));
    slip.add(pair("place", report.place().isEmpty() ? "—" : report.place()));
    slip.add(pair("time", TIME.format(report.at())));
    slip.add(
        pair(
            "result",
            words.text(
                report.passed()
                    ? "technician.acceptance.passed"
                    : "technician.acceptance.failed")));
    slip.add(
        new Receipt.Line.Text(
            words.text("technician.slip.items", report.lines().size(), failed.size())));
    slip.add(new Receipt.Line.Rule());
    failed.forEach(line -> slip.add(new Receipt.Line.Text("× " + line)));
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

  private Receipt.Line pair(String key, String value) {
    return new Receipt.Line.Pair(words.text("technician.slip." + key), value);
  }

  /** What failed, in words. */
  static List<String> failed(AcceptanceReport report) {
    return report.lines().stream()
        .filter(line -> line.result() == Result.FAILED)
        .map(Line::words)
        .toList();
  }
}
