package org.openhall.office.intake;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.openhall.link.Json;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.event.Event;
import org.openhall.office.database.OfficeDatabase;

/** The acceptance reports that terminals sent, judged by the office's authority whenever asked. */
public final class AcceptanceReports {
  private final OfficeDatabase database;
  private final X509Certificate authority;

  /**
   * @param authority certificate of the office's own authority
   */
  public AcceptanceReports(OfficeDatabase database, X509Certificate authority) {
    this.database = database;
    this.authority = authority;
  }

  /**
   * One report.
   *
   * @param terminalId who sent it, as its certificate said then
   * @param hall where that terminal stands, or empty
   * @param verdict what is wrong with it, or that nothing is
   */
  public record Received(
      String terminalId, String hall, SignedReport signed, SignedReport.Verdict verdict) {

    /** What stands on the slip of paper. */
    public String digest() {
      return signed.digest().grouped();
    }

    /** How it came out: {@code passed}, {@code partial} or {@code failed}. */
    public String conclusion() {
      Optional<AcceptanceReport> passed = report().filter(AcceptanceReport::passed);
      return passed.isEmpty() ? "failed" : passed.get().complete() ? "passed" : "partial";
    }

    /** The report itself; empty where the text is none. */
    public Optional<AcceptanceReport> report() {
      return signed.report();
    }
  }

  /** All of them, the latest first. */
  public List<Received> all() {
    return listed("");
  }

  /** Those that one terminal sent, the latest first. */
  public List<Received> from(String terminalId) {
    return listed(terminalId);
  }

  private List<Received> listed(String terminalId) {
    String sql =
        "SELECT e.terminal_id, coalesce(t.hall, '') AS hall, e.body FROM terminal_event e"
            + " LEFT JOIN terminal t ON t.id = e.terminal_id WHERE e.type = 'acceptance'"
            + " AND (:of = '' OR e.terminal_id = :of) ORDER BY e.received_at DESC, e.id";
    return database
        .client()
        .sql(sql)
        .param("of", terminalId)
        .query((row, _) ->
            judged(row.getString("terminal_id"), row.getString("hall"), row.getString("body")))
        .list();
  }

  /** A report that came by another way, such as on a stick; as it was sent where it was. */
  public Received of(SignedReport signed) {
    String terminal = signed.report().map(AcceptanceReport::terminalId).orElse("—");
    return all().stream()
        .filter(one -> one.signed().equals(signed))
        .findFirst()
        .orElseGet(() -> new Received(terminal, "", signed, signed.verify(authority)));
  }

  private Received judged(String terminalId, String hall, String body) {
    SignedReport signed =
        Json.read(body.getBytes(StandardCharsets.UTF_8), Event.Acceptance.class)
            .orElseThrow()
            .report();
    SignedReport.Verdict verdict = signed.verify(authority);
    boolean others =
        signed.report().filter(report -> !report.terminalId().equals(terminalId)).isPresent();
    return new Received(
        terminalId, hall, signed, others ? SignedReport.Verdict.OTHER_TERMINAL : verdict);
  }
}
