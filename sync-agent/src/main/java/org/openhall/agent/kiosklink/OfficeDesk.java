package org.openhall.agent.kiosklink;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.identity.OfficeWord;
import org.openhall.link.Json;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.Reason;

/**
 * The office, as far as questions go: it is asked for the answer, and given the question where it
 * does not know it. A question has its id from the kiosk, so that the office counts it once however
 * often it is handed in.
 *
 * @param line empty where the office does not know who this terminal is
 */
record OfficeDesk(Optional<OfficeLine> line) {
  private static final String REPLIES = "api/terminal/replies/";
  private static final String EVENTS = "api/terminal/events";

  /** What the office says to a question now. */
  AgentMessage ask(EventMessage question) {
    if (line.isEmpty()) {
      return new AgentMessage.NoLine();
    }
    try {
      return ask(line.get(), question);
    } catch (IOException e) {
      return new AgentMessage.NoLine();
    }
  }

  private static AgentMessage ask(OfficeLine office, EventMessage question) throws IOException {
    OfficeLine.Answer answer = office.get(REPLIES + question.id());
    return switch (answer.status()) {
      case HttpURLConnection.HTTP_OK -> answered(answer);
      case HttpURLConnection.HTTP_NO_CONTENT -> new AgentMessage.NotYet();
      case HttpURLConnection.HTTP_NOT_FOUND -> handIn(office, question);
      default -> notServed(answer);
    };
  }

  private static AgentMessage answered(OfficeLine.Answer answer) {
    return Json.read(answer.body(), Envelope.class)
        .<AgentMessage>map(AgentMessage.Answered::new)
        .orElseGet(AgentMessage.NoLine::new);
  }

  private static AgentMessage handIn(OfficeLine office, EventMessage question) throws IOException {
    byte[] batch = Json.write(new EventBatch(List.of(question)));
    OfficeLine.Answer answer = office.post(EVENTS, batch);
    if (answer.status() == HttpURLConnection.HTTP_BAD_REQUEST) {
      return new AgentMessage.Refused(Reason.NOT_TAKEN);
    }
    if (!answer.isGood()) {
      return notServed(answer);
    }
    return Json.read(answer.body(), EventReceipt.class).stream()
        .flatMap(receipt -> receipt.lines().stream())
        .filter(said -> said.id().equals(question.id()))
        .findFirst()
        .<AgentMessage>map(OfficeDesk::handedIn)
        .orElseGet(AgentMessage.NoLine::new);
  }

  private static AgentMessage handedIn(EventReceipt.Line said) {
    if (said.isKept()) {
      return new AgentMessage.NotYet();
    }
    return said.verdict() == EventReceipt.Verdict.REFUSED
        ? new AgentMessage.Refused(Reason.NOT_TAKEN)
        : new AgentMessage.NoLine();
  }

  private static AgentMessage notServed(OfficeLine.Answer answer) {
    return OfficeWord.isLockedOut(answer)
        ? new AgentMessage.Refused(Reason.LOCKED_OUT)
        : new AgentMessage.NoLine();
  }
}
