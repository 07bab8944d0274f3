package org.openhall.office.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.acceptance.SignedReport.Verdict;
import org.openhall.link.credential.Credential;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;

@OnBothDatabases
class AcceptanceReportsTest {
  private @TempDir Path folder;
  private final TestDatabase kind;
  private OfficeDatabase database;
  private CertificateAuthority authority;

  AcceptanceReportsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("office"));
    for (String id : List.of("T1", "T2", "T3")) {
      database
          .client()
          .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES (?, '一楼', ?)")
          .params(id, Instant.now().toString())
          .update();
    }
    authority = CertificateAuthority.open(folder.resolve("pki"), "示例市", Clock.systemUTC());
  }

  private SignedReport signed(String terminal, CertificateAuthority by) throws IOException {
    TestKey key = TestKey.make();
    X509Certificate certificate = by.issue(key.request(), terminal, Duration.ofDays(90));
    Credential own = key.with(certificate, by.certificate());
    AcceptanceReport report =
        new AcceptanceReport(
            terminal,
            Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS),
            "一楼",
            List.of(
                new AcceptanceReport.Line(
                    AcceptanceReport.By.PERSON, "touch", AcceptanceReport.Result.PASSED, "触摸：正常")),
            null);
    return SignedReport.sign(report, own);
  }

  private Verdict judged(String sender, SignedReport report) throws SQLException {
    Event event = new Event.Acceptance(report);
    var _ =
        new EventIntake(database, Clock.systemUTC())
            .take(sender, new EventBatch(List.of(EventMessage.of(Instant.now(), event))));
    AcceptanceReports reports = new AcceptanceReports(database, authority.certificate());
    return reports.all().stream()
        .filter(one -> one.signed().equals(report) && one.terminalId().equals(sender))
        .map(AcceptanceReports.Received::verdict)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasSignedBeforeReportsHadNumbersIsStillRead() throws IOException {
    AcceptanceReport report = signed("T1", authority).report().orElseThrow();
    String earlier = report.text().replaceFirst(",?\"number\":null", "");
    assertFalse(earlier.contains("number"), earlier);
    assertEquals(report, AcceptanceReport.read(earlier).orElseThrow());
  }

  @Test
  void aReportIsGenuineOnlyAsItsOwnTerminalSignedIt() throws IOException, SQLException {
    SignedReport report = signed("T1", authority);
    AcceptanceReports reports = new AcceptanceReports(database, authority.certificate());
    assertEquals(Verdict.GENUINE, reports.of(report).verdict());
    assertEquals("", reports.of(report).hall(), "it came on a stick, and from nobody");
    assertEquals(Verdict.GENUINE, judged("T1", report));
    assertEquals("一楼", reports.of(report).hall());
    assertEquals(Verdict.OTHER_TERMINAL, judged("T2", report));
    SignedReport changed =
        new SignedReport(
            report.text().replace("PASSED", "FAILED"), report.certificate(), report.signature());
    assertTrue(changed.report().isPresent());
    assertEquals(Verdict.WRONG_SIGNATURE, judged("T1", changed));
    CertificateAuthority other =
        CertificateAuthority.open(folder.resolve("other"), "别处", Clock.systemUTC());
    assertEquals(Verdict.OTHER_AUTHORITY, judged("T1", signed("T1", other)));
    SignedReport renamed =
        new SignedReport(
            report.text().replace("\"T1\"", "\"T3\""), report.certificate(), report.signature());
    assertEquals(Verdict.OTHER_TERMINAL, judged("T3", renamed));
    SignedReport early =
        new SignedReport(
            report.text().replaceFirst("\"at\":\"20", "\"at\":\"19"),
            report.certificate(),
            report.signature());
    assertEquals(Verdict.NOT_VALID_THEN, judged("T1", early));
  }
}
