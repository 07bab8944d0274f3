package org.openhall.agent.kiosklink;

import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.credential.Credential;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.Reason;

/**
 * Signs reports of this terminal, and nothing else, with its key, which never leaves the agent.
 *
 * @param credential the one in use; empty before enrolment
 */
public record Signer(String terminalId, Supplier<Optional<Credential>> credential) {

  AgentMessage sign(AcceptanceReport report) {
    Optional<Credential> own = credential.get();
    if (own.isEmpty()
        || !report.terminalId().equals(terminalId)
        || report.text().length() > SignedReport.LONGEST) {
      return new AgentMessage.Refused(Reason.NOT_TAKEN);
    }
    return new AgentMessage.Signed(SignedReport.sign(report, own.get()));
  }
}
