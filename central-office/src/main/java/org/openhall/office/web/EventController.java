package org.openhall.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.link.Json;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.event.EventBatch;
import org.openhall.office.intake.ReplyOutcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events of terminals, and answers to their questions; {@link TerminalGate} says who they are. */
@RestController
class EventController {
  private final OfficeParts parts;

  EventController(OfficeParts parts) {
    this.parts = parts;
  }

  /** Takes a batch in and says of each event what became of it. */
  @PostMapping("/api/terminal/events")
  ResponseEntity<byte[]> events(HttpServletRequest request) throws IOException, SQLException {
    byte[] body = request.getInputStream().readNBytes(EventBatch.LARGEST + 1);
    Optional<EventBatch> batch =
        body.length > EventBatch.LARGEST ? Optional.empty() : Json.read(body, EventBatch.class);
    if (batch.isEmpty()) {
      return json(
          ResponseEntity.badRequest(),
          new TerminalRefusal(TerminalRefusal.Reason.MALFORMED_REQUEST));
    }
    return json(
        ResponseEntity.ok(), parts.intake().take(TerminalGate.terminal(request), batch.get()));
  }

  /** The sealed answer to one of the terminal's own events; none yet is 204, no such event 404. */
  @GetMapping("/api/terminal/replies/{event}")
  ResponseEntity<byte[]> reply(@PathVariable String event, HttpServletRequest request) {
    return switch (parts.sealed().reply(TerminalGate.terminal(request), event)) {
      case ReplyOutcome.Answered(Envelope envelope) -> json(ResponseEntity.ok(), envelope);
      case ReplyOutcome.NotYet() -> ResponseEntity.noContent().build();
      case ReplyOutcome.NoSuchEvent() -> ResponseEntity.notFound().build();
    };
  }

  private static ResponseEntity<byte[]> json(ResponseEntity.BodyBuilder answer, Object value) {
    return answer.header("Content-Type", "application/json").body(Json.write(value));
  }
}
