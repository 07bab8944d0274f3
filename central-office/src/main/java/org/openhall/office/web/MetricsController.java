package org.openhall.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.text.OfficeTime;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /health} and {@code /metrics}, for this machine itself, and for who shows the token that
 * {@code metrics-token-file} holds. They name no person and no terminal.
 */
@RestController
class MetricsController {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String BEARER = "Bearer ";

  private final OfficeParts parts;
  private final Optional<MetricsToken> token;

  MetricsController(OfficeParts parts) throws IOException {
    this.parts = parts;
    this.token = MetricsToken.of(parts.database().folder());
  }

  /** 200 while the database answers and the disk has room, else 503, with the reason. */
  @GetMapping("/health")
  ResponseEntity<Object> health(HttpServletRequest request) throws IOException {
    if (!mayAsk(request)) {
      return ResponseEntity.notFound().build();
    }
    try {
      parts.database().client().sql("SELECT count(*) FROM setting").query(Long.class).single();
    } catch (DataAccessException e) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer");
    }
    long free = Files.getFileStore(parts.database().folder()).getUsableSpace();
    return free < 100L << 20
        ? answer(HttpStatus.SERVICE_UNAVAILABLE, "less than 100 MB are free")
        : answer(HttpStatus.OK, "ok");
  }

  private static ResponseEntity<Object> answer(HttpStatus status, String said) {
    return ResponseEntity.status(status).body(Map.of("status", said));
  }

  /** For Prometheus. */
  @GetMapping("/metrics")
  ResponseEntity<Object> metrics(HttpServletRequest request) throws IOException {
    return mayAsk(request)
        ? ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_TYPE, PROMETHEUS)
            .body(
                new OfficeMetrics(parts, OfficeTime.clock())
                    .text()
                    .getBytes(StandardCharsets.UTF_8))
        : ResponseEntity.notFound().build();
  }

  /** A proxy on this machine speaks for others: what it passes on needs the token. */
  private boolean mayAsk(HttpServletRequest request) throws IOException {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown != null && shown.startsWith(BEARER) && token.isPresent()) {
      return token.get().is(shown.substring(BEARER.length()));
    }
    return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null;
  }
}
