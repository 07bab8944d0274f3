package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.identity.LineTrouble;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.identity.Tls;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentRefusal;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.repository.client.HttpRoute;

/**
 * Asks an office for enrolment: first what it is to be trusted by, then, over a proved line, in.
 */
final class OfficeDoor {
  private static final Duration CLOCK_MOST = Duration.ofMinutes(10);

  private final URI office;
  private final Clock clock;
  private final HttpRoute route;

  OfficeDoor(URI office, HttpRoute route, Clock clock) {
    this.office = office;
    this.route = route;
    this.clock = clock;
  }

  /** What the office says it is to be trusted by. */
  sealed interface TrustAnswer {}

  record Trust(TrustAnchors anchors) implements TrustAnswer {}

  /** What the office answered. */
  sealed interface Answer {}

  record Accepted(EnrolmentReply reply) implements Answer {}

  record Declined(EnrolOutcome outcome) implements Answer, TrustAnswer {}

  /**
   * A certificate that is made now must be valid for this clock, and events must have their hour.
   */
  private boolean clockFits(OfficeLine.Answer answer) {
    return answer
        .at()
        .map(at -> Duration.between(at, clock.instant()).abs().compareTo(CLOCK_MOST) <= 0)
        .orElse(true);
  }

  /** Whether there is a line, and one clock; nothing is told, and nothing believed. */
  Optional<EnrolOutcome> trouble() {
    try {
      OfficeLine.Answer answer =
          new OfficeLine(office, route.proving(Tls.unproved())).get("api/trust");
      return clockFits(answer)
          ? Optional.empty()
          : Optional.of(
              new EnrolOutcome.WrongClock(
                  ClockWords.say(clock.instant(), answer.at().orElseThrow(), office)));
    } catch (IOException e) {
      return Optional.of(away(e).outcome());
    }
  }

  /** Asks without telling anything. The answer proves nothing yet. */
  TrustAnswer trust() {
    try {
      OfficeLine.Answer answer =
          new OfficeLine(office, route.proving(Tls.unproved())).get("api/trust");
      Optional<TrustAnchors> anchors = TrustAnchors.fromJson(answer.body());
      if (answer.isGood() && anchors.isPresent()) {
        return new Trust(anchors.get());
      }
      return strange();
    } catch (IOException e) {
      return away(e);
    }
  }

  private Declined away(IOException e) {
    return new Declined(new NoOffice(LineTrouble.of(office, e, clock).words()));
  }

  private Declined strange() {
    return new Declined(new NoOffice(Sentence.of("enrol.strange", office)));
  }

  /** The door behind which only the office with these anchors can stand. */
  Proved provedBy(TrustAnchors anchors) {
    return new Proved(anchors);
  }

  /** See {@link #provedBy}. */
  final class Proved {
    private final TrustAnchors anchors;

    private Proved(TrustAnchors anchors) {
      this.anchors = anchors;
    }

    Answer ask(EnrolmentRequest request) {
      try {
        var authority = Certificates.parse(anchors.authority().bytes());
        OfficeLine line = new OfficeLine(office, route.proving(Tls.to(authority, null)));
        OfficeLine.Answer answer = line.post("api/enrol", request.toJson());
        return answer.isGood() ? accepted(answer) : declined(answer);
      } catch (UnreadableCredentialException e) {
        return strange();
      } catch (IOException e) {
        return away(e);
      }
    }
  }

  private Answer accepted(OfficeLine.Answer answer) {
    return EnrolmentReply.fromJson(answer.body())
        .<Answer>map(Accepted::new)
        .orElseGet(this::strange);
  }

  private Answer declined(OfficeLine.Answer answer) {
    Optional<EnrolmentRefusal> refusal = EnrolmentRefusal.fromJson(answer.body());
    if (refusal.isEmpty()) {
      return new Declined(new NoOffice(Sentence.of("office.status", office, answer.status())));
    }
    String key =
        switch (refusal.get().reason()) {
          case UNKNOWN_TOKEN -> "enrol.token-unknown";
          case USED_TOKEN -> "enrol.token-used";
          case EXPIRED_TOKEN -> "enrol.token-expired";
          case CANCELLED_TOKEN -> "enrol.token-cancelled";
          case NOT_OVER_TLS, MALFORMED_REQUEST, OTHER -> "enrol.token-refused";
        };
    return new Declined(new TokenRefused(Sentence.of(key, office)));
  }
}
