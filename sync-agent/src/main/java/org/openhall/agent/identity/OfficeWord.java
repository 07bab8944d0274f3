package org.openhall.agent.identity;

import java.net.URI;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalRefusal;

/** What the office had to say to this terminal. */
public sealed interface OfficeWord {

  /** It knows the terminal and took what was sent; or nothing had to be said. */
  record Well() implements OfficeWord {}

  /** It does not serve this terminal any more. */
  record LockedOut(Sentence words) implements OfficeWord {}

  /** It could not be asked, or answered otherwise than it should. */
  record Troubled(Sentence words) implements OfficeWord {}

  /** The meaning of an answer that is not good. */
  static OfficeWord refused(URI office, OfficeLine.Answer answer) {
    return TerminalRefusal.fromJson(answer.body())
        .map(refusal -> refused(office, refusal.reason()))
        .orElseGet(() -> new Troubled(Sentence.of("office.status", office, answer.status())));
  }

  private static OfficeWord refused(URI office, TerminalRefusal.Reason reason) {
    return switch (reason) {
      case REVOKED -> new LockedOut(Sentence.of("office.revoked", office));
      case UNKNOWN_CERTIFICATE -> new LockedOut(Sentence.of("office.unknown", office));
      case EXPIRED_CERTIFICATE -> new Troubled(Sentence.of("office.expired", office));
      case NO_CERTIFICATE, MALFORMED_REQUEST, OTHER ->
          new Troubled(Sentence.of("office.refused", office, reason));
    };
  }
}
