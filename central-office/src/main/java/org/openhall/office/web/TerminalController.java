package org.openhall.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.link.Base64Bytes;
import org.openhall.link.CertificateExchange;
import org.openhall.link.Json;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.credential.Certificates;
import org.openhall.link.status.AgentStatus;
import org.openhall.office.authority.SigningRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What terminals tell and ask about themselves; {@link TerminalGate} says who they are. */
@RestController
class TerminalController {
  private static final int LONGEST_STATUS = 65_536;
  private static final int LONGEST_REQUEST = 4_096;

  private final OfficeParts parts;

  TerminalController(OfficeParts parts) {
    this.parts = parts;
  }

  /** How the terminal's last run ended. */
  @PostMapping("/api/terminal/status")
  ResponseEntity<Object> status(HttpServletRequest request) throws IOException {
    Optional<AgentStatus> status =
        body(request, LONGEST_STATUS).flatMap(json -> Json.read(json, AgentStatus.class));
    if (status.isEmpty()) {
      return malformed();
    }
    parts.terminals().report(TerminalGate.terminal(request), status.get());
    return ResponseEntity.noContent().build();
  }

  /** A new certificate for a new key, instead of one that comes to its end. */
  @PostMapping(TerminalGate.RENEWAL)
  ResponseEntity<Object> certificate(HttpServletRequest request) throws IOException, SQLException {
    Optional<SigningRequest> wish =
        body(request, LONGEST_REQUEST)
            .flatMap(CertificateExchange::fromJson)
            .flatMap(asked -> SigningRequest.read(asked.der().bytes()));
    if (wish.isEmpty()) {
      return malformed();
    }
    X509Certificate certificate =
        parts.terminals().renew(TerminalGate.terminal(request), wish.get());
    return ResponseEntity.ok(
        new CertificateExchange(Base64Bytes.of(Certificates.encode(certificate))));
  }

  private static Optional<byte[]> body(HttpServletRequest request, int longest) throws IOException {
    byte[] body = request.getInputStream().readNBytes(longest + 1);
    return body.length > longest ? Optional.empty() : Optional.of(body);
  }

  private static ResponseEntity<Object> malformed() {
    return ResponseEntity.badRequest()
        .body(new TerminalRefusal(TerminalRefusal.Reason.MALFORMED_REQUEST));
  }
}
