package org.openhall.agent.kiosklink;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.credential.Credential;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.Reason;

/**
 * Signs reports of this terminal, and nothing else, with its key, which never leaves the agent. The
 * agent dates and numbers each itself: whoever asks gets none of yesterday, and none twice.
 */
public final class Signer {
  private final String terminalId;
  private final Supplier<Optional<Credential>> credential;
  private final IdentityFolder folder;
  private final Clock clock;

  /**
   * @param credential the one in use; empty before enrolment
   * @param folder counts the reports
   */
  public Signer(
      String terminalId,
      Supplier<Optional<Credential>> credential,
      IdentityFolder folder,
      Clock clock) {
    this.terminalId = terminalId;
    this.credential = credential;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * The report as it is signed.
   *
   * @throws IOException where it could not be numbered, and is not signed
   */
  synchronized AgentMessage sign(AcceptanceReport report) throws IOException {
    Optional<Credential> own = credential.get();
    if (own.isEmpty() || !report.terminalId().equals(terminalId)) {
      return new AgentMessage.Refused(Reason.NOT_TAKEN);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    AcceptanceReport dated = report.dated(now, folder.nextReport());
    return dated.text().length() > SignedReport.LONGEST
        ? new AgentMessage.Refused(Reason.NOT_TAKEN)
        : new AgentMessage.Signed(SignedReport.sign(dated, own.get()));
  }
}
