package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;

/** Asks an office for enrolment, once. */
final class OfficeDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LARGEST_ANSWER = 1 << 20;

  private final URI office;

  OfficeDoor(URI office) {
    this.office = office;
  }

  /** What the office answered. */
  sealed interface Answer {}

  record Accepted(EnrolmentReply reply) implements Answer {}

  record Declined(EnrolOutcome outcome) implements Answer {}

  Answer ask(EnrolmentRequest request) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<byte[]> response =
          client.send(
              post(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
      return response.statusCode() / 100 == 2 ? accepted(response.body()) : declined(response);
    } catch (IOException e) {
      return new Declined(new NoOffice(Sentence.of("enrol.unreachable", office, e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Declined(new NoOffice(Sentence.of("enrol.unreachable", office, e)));
    }
  }

  private HttpRequest post(EnrolmentRequest request) {
    String base = office.toString();
    URI address = URI.create((base.endsWith("/") ? base : base + "/") + "api/enrol");
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofByteArray(request.toJson()))
        .build();
  }

  private Answer accepted(byte[] body) {
    Optional<EnrolmentReply> reply = EnrolmentReply.fromJson(body);
    return reply.isPresent()
        ? new Accepted(reply.get())
        : new Declined(new NoOffice(Sentence.of("enrol.strange", office)));
  }

  private Answer declined(HttpResponse<byte[]> response) {
    Optional<EnrolmentRefusal> refusal = EnrolmentRefusal.fromJson(response.body());
    if (refusal.isEmpty()) {
      return new Declined(new NoOffice(Sentence.of("enrol.status", office, response.statusCode())));
    }
    String key =
        switch (refusal.get().reason()) {
          case UNKNOWN_TOKEN -> "enrol.token-unknown";
          case USED_TOKEN -> "enrol.token-used";
          case EXPIRED_TOKEN -> "enrol.token-expired";
          case MALFORMED_REQUEST, OTHER -> "enrol.token-refused";
        };
    return new Declined(new TokenRefused(Sentence.of(key, office)));
  }
}
