package org.openhall.agent.identity;

import java.net.URI;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalRefusal;
import org.openhall.link.TerminalRefusal.Reason;

/** What the office had to say to this terminal. */
public sealed interface OfficeWord {

  /** It knows the terminal and took what was sent; or nothing had to be said. */
  record Well() implements OfficeWord {}

  /** It does not serve this terminal any more. */
  record LockedOut(Sentence words) implements OfficeWord {}

  /** It could not be asked, or answered otherwise than it should. */
  record Troubled(Sentence words) implements OfficeWord {}

  /** Whether an answer says that the office does not serve this terminal any more. */
  static boolean isLockedOut(OfficeLine.Answer answer) {
    return TerminalRefusal.fromJson(answer.body())
        .map(TerminalRefusal::reason)
        .filter(r -> r == Reason.REVOKED || r == Reason.UNKNOWN_CERTIFICATE)
        .isPresent();
  }

  /** The meaning of an answer that is not good. */
  static OfficeWord refused(URI office, OfficeLine.Answer answer) {
    return TerminalRefusal.fromJson(answer.body())
        .map(refusal -> refused(office, refusal.reason()))
        .orElseGet(() -> new Troubled(Sentence.of("office.status", office, answer.status())));
  }

  private static OfficeWord refused(URI office, Reason reason) {
    return switch (reason) {
      case REVOKED -> new LockedOut(Sentence.of("office.revoked", office));
      case UNKNOWN_CERTIFICATE -> new LockedOut(Sentence.of("office.unknown", office));
      case EXPIRED_CERTIFICATE -> new Troubled(Sentence.of("office.expired", office));
      case NO_CERTIFICATE, MALFORMED_REQUEST, OTHER ->
          new Troubled(Sentence.of("office.refused", office, reason));
    };
  }
}
