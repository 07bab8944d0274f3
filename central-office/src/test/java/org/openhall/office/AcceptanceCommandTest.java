package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.link.Base64Bytes;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.By;
import org.openhall.link.acceptance.AcceptanceReport.Line;
import org.openhall.link.acceptance.AcceptanceReport.Result;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.acceptance.SignedReport.Verdict;
import org.openhall.office.intake.AcceptanceReports.Received;
import org.openhall.office.text.Messages;

class AcceptanceCommandTest {
  private static final int LONG = 300;

  private static String said(String words) {
    Line line = new Line(By.PERSON, "touch", Result.FAILED, words);
    AcceptanceReport report =
        new AcceptanceReport("T1", Instant.parse("2026-11-30T02:00:00Z"), "", List.of(line), null);
    Base64Bytes nothing = Base64Bytes.of(new byte[0]);
    SignedReport signed = new SignedReport(report.text(), nothing, nothing);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    AcceptanceCommand.lines(
        new Received("T1", "", signed, Verdict.GENUINE),
        new Console(print, print, Messages.of("en"), false));
    return out.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Test
  void aTerminalsWordsCommandNoConsole() {
    assertEquals("✗ bad⟨U+001B⟩[1A⟨U+000D⟩  ✓ good⟨U+000A⟩", said("bad\u001b[1A\r  ✓ good\n"));
  }

  @Test
  void longWordsAreSaidToTheirEnd() {
    assertEquals("✗ " + "长".repeat(LONG), said("长".repeat(LONG)));
  }
}
