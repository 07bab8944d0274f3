package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.enrol.EnrolOutcome.WrongRoot;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.SigningRequests;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.Fingerprint;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.TrustAnchors;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.storage.Storage;

/** Makes a terminal a member of an office by a one-time token, over the line. */
public final class Enrolment {
  private final Joining joining;
  private final Clock clock;
  private final HttpRoute route;

  public Enrolment(Path data, Clock clock) {
    this(data, HttpRoute.direct(), clock, Storage.durable());
  }

  /** The same by a way of its own to the office. */
  public Enrolment(Path data, HttpRoute route, Clock clock) {
    this(data, route, clock, Storage.durable());
  }

  /** With a disk that tests replace. */
  Enrolment(Path data, HttpRoute route, Clock clock, Storage storage) {
    this.joining = new Joining(data, new IdentityFolder(data, storage), clock);
    this.route = route;
    this.clock = clock;
  }

  /**
   * What the technician gave.
   *
   * @param office base address, {@code https}
   * @param token as typed
   * @param hallName where the terminal stands, or null
   * @param again whether an earlier enrolment may be replaced
   */
  public record Wish(URI office, String token, @Nullable String hallName, boolean again) {}

  /** What keeps the terminal from enrolling there, before anybody types a token in vain. */
  public Optional<EnrolOutcome> trouble(URI office) {
    return new OfficeDoor(office, route, clock).trouble();
  }

  /** Whether the terminal is an office's already. */
  boolean isEnrolled() throws IOException {
    return joining.present().isPresent();
  }

  /** Fingerprint of the key that will ask, which is made where there is none. */
  Fingerprint key() throws IOException {
    return Joining.fingerprint(joining.key());
  }

  /** What came of asking an office who it is. */
  sealed interface Meeting {}

  /**
   * Its trust is the one that the token names.
   *
   * @param key fingerprint of the key that will ask
   */
  record Met(Fingerprint trust, Fingerprint key) implements Meeting {}

  record NotMet(EnrolOutcome outcome) implements Meeting {}

  /** Asks an office what it is to be trusted by. Tells it nothing. */
  Meeting meet(URI office, String typed) throws IOException {
    return switch (read(typed, office)) {
      case Refused(EnrolOutcome outcome) -> new NotMet(outcome);
      case Read(EnrolmentToken token, _) -> new Met(token.trust(), key());
    };
  }

  /** Enrols the terminal. The token is shown to nobody but the office that issued it. */
  public EnrolOutcome enrol(Wish wish) throws IOException {
    Optional<TerminalIdentity> present = joining.present();
    if (present.isPresent() && !wish.again()) {
      return new AlreadyEnrolled(present.get());
    }
    return switch (read(wish.token(), wish.office())) {
      case Refused(EnrolOutcome outcome) -> outcome;
      case Read(EnrolmentToken token, TrustAnchors anchors) ->
          ask(new OfficeDoor(wish.office(), route, clock).provedBy(anchors), wish, token);
    };
  }

  private sealed interface Reading {}

  private record Read(EnrolmentToken token, TrustAnchors anchors) implements Reading {}

  private record Refused(EnrolOutcome outcome) implements Reading {}

  /** Reads a token, and what the office says of itself; both must fit. */
  private Reading read(String typed, URI office) {
    EnrolmentToken token;
    try {
      token = EnrolmentToken.parse(typed);
    } catch (MalformedTokenException e) {
      String key = "enrol.token-" + e.fault().name().toLowerCase(Locale.ROOT);
      return new Refused(new TokenRefused(Sentence.of(key, e.found(), e.wanted())));
    }
    return switch (new OfficeDoor(office, route, clock).trust()) {
      case OfficeDoor.Declined declined -> new Refused(declined.outcome());
      case OfficeDoor.Trust(var anchors) when !token.pins(anchors) ->
          new Refused(new WrongRoot(Sentence.of("enrol.wrong-root", office)));
      case OfficeDoor.Trust(var anchors) -> new Read(token, anchors);
    };
  }

  private EnrolOutcome ask(OfficeDoor.Proved door, Wish wish, EnrolmentToken token)
      throws IOException {
    KeyPair pair = joining.key();
    EnrolmentRequest request =
        new EnrolmentRequest(token.text(), SigningRequests.of(pair), wish.hallName());
    return switch (door.ask(request)) {
      case OfficeDoor.Accepted accepted ->
          joining.accept(wish.office(), token.trust(), pair, accepted.reply());
      case OfficeDoor.Declined declined -> declined.outcome();
    };
  }
}
