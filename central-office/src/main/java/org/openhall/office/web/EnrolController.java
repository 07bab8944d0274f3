package org.openhall.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.Json;
import org.openhall.link.TrustAnchors;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.enrol.EnrolOutcome;
import org.openhall.office.enrol.EnrolmentAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/trust}: what the office is to be trusted by; whoever asks holds a token that
 * proves it. {@code POST /api/enrol}: a terminal shows its token and learns who it is.
 */
@RestController
class EnrolController {
  private static final int LONGEST_HALL_NAME = 100;
  private static final int LONGEST_BODY = 4_096;

  private final OfficeParts parts;

  EnrolController(OfficeParts parts) {
    this.parts = parts;
  }

  /** The request as it comes in, before anything about it is believed. */
  record Shown(
      @Nullable String token, @Nullable Base64Bytes signingRequest, @Nullable String hallName) {}

  @GetMapping("/api/trust")
  TrustAnchors trust() throws IOException {
    return parts.anchors();
  }

  @PostMapping(path = "/api/enrol", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> enrol(HttpServletRequest request) throws IOException, SQLException {
    if (!request.isSecure()) {
      return refusal(EnrolmentRefusal.Reason.NOT_OVER_TLS);
    }
    Optional<Shown> shown = read(request.getInputStream().readNBytes(LONGEST_BODY + 1));
    return shown.isPresent()
        ? enrol(shown.get())
        : refusal(EnrolmentRefusal.Reason.MALFORMED_REQUEST);
  }

  /** Read here and not by the framework, which would log what it cannot read: tokens. */
  private static Optional<Shown> read(byte[] body) {
    if (body.length > LONGEST_BODY || Json.hasNul(body)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JsonMapper.shared().readValue(body, Shown.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private ResponseEntity<Object> enrol(Shown shown) throws IOException, SQLException {
    String token = shown.token();
    String hall = shown.hallName();
    Optional<SigningRequest> request =
        Optional.ofNullable(shown.signingRequest()).flatMap(r -> SigningRequest.read(r.bytes()));
    if (token == null || request.isEmpty() || (hall != null && hall.length() > LONGEST_HALL_NAME)) {
      return refusal(EnrolmentRefusal.Reason.MALFORMED_REQUEST);
    }
    return switch (parts.enrolment().redeem(token, request.get(), hall)) {
      case EnrolOutcome.Enrolled enrolled ->
          ResponseEntity.ok(EnrolmentAnswer.of(enrolled, parts.anchors(), parts.name().get()));
      case EnrolOutcome.Refused(EnrolmentRefusal.Reason reason) -> refusal(reason);
    };
  }

  private static ResponseEntity<Object> refusal(EnrolmentRefusal.Reason reason) {
    HttpStatus status =
        switch (reason) {
          case UNKNOWN_TOKEN -> HttpStatus.NOT_FOUND;
          case USED_TOKEN -> HttpStatus.CONFLICT;
          case EXPIRED_TOKEN, CANCELLED_TOKEN -> HttpStatus.GONE;
          case NOT_OVER_TLS -> HttpStatus.UPGRADE_REQUIRED;
          case MALFORMED_REQUEST, OTHER -> HttpStatus.BAD_REQUEST;
        };
    return ResponseEntity.status(status).body(new EnrolmentRefusal(reason));
  }
}
