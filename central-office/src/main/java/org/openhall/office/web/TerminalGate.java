package org.openhall.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.TerminalRefusal.Reason;
import org.openhall.office.enrol.Standing;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the database about whoever shows a certificate, at each request. What is about one terminal
 * is for that terminal; the public part is for everybody whom the office has not locked out.
 */
@Component
@Order(RepositoryMemory.BEHIND_THE_GATE - 1)
class TerminalGate extends OncePerRequestFilter {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final String TERMINAL = TerminalGate.class.getName() + ".terminal";
  private static final String OF_TERMINALS = "/api/terminal/";
  static final String RENEWAL = OF_TERMINALS + "certificate";

  private final OfficeParts parts;

  TerminalGate(OfficeParts parts) {
    this.parts = parts;
  }

  /** The terminal whose request this is; only for what this gate keeps. */
  static String terminal(HttpServletRequest request) {
    if (request.getAttribute(TERMINAL) instanceof String id) {
      return id;
    }
    throw new IllegalStateException("a request passed by the gate: " + request.getServletPath());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Reason> refusal = judge(request);
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    boolean nobody = refusal.get() == Reason.NO_CERTIFICATE;
    response.setStatus(
        nobody ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(new TerminalRefusal(refusal.get()).toJson());
  }

  private Optional<Reason> judge(HttpServletRequest request) {
    String path = request.getServletPath(); // decoded, as the controllers' addresses are matched
    boolean ofTerminals = path.startsWith(OF_TERMINALS);
    if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown)) {
      return ofTerminals ? Optional.of(Reason.NO_CERTIFICATE) : Optional.empty();
    }
    return switch (parts.terminals().standing(shown[0])) {
      case Standing.Member(String id) -> pass(request, id);
      case Standing.Late(String id) ->
          ofTerminals && !path.equals(RENEWAL)
              ? Optional.of(Reason.EXPIRED_CERTIFICATE)
              : pass(request, id);
      case Standing.TooLate() ->
          ofTerminals ? Optional.of(Reason.EXPIRED_CERTIFICATE) : Optional.empty();
      case Standing.Revoked() -> Optional.of(Reason.REVOKED);
      case Standing.Unknown() -> Optional.of(Reason.UNKNOWN_CERTIFICATE);
    };
  }

  private static Optional<Reason> pass(HttpServletRequest request, String terminalId) {
    request.setAttribute(TERMINAL, terminalId);
    return Optional.empty();
  }
}
