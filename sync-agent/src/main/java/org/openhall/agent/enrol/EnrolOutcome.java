package org.openhall.agent.enrol;

import org.openhall.agent.text.Sentence;
import org.openhall.link.Fingerprint;
import org.openhall.link.TerminalIdentity;

/** How an enrolment ended. Only {@link Enrolled} has changed anything on the terminal. */
public sealed interface EnrolOutcome {

  /** What to tell the technician; for trouble with the next step. */
  Sentence words();

  /**
   * The terminal belongs to the office now.
   *
   * @param trust fingerprint of what the office is trusted by
   * @param key fingerprint of the terminal's key
   */
  record Enrolled(TerminalIdentity identity, String officeName, Fingerprint trust, Fingerprint key)
      implements EnrolOutcome {
    @Override
    public Sentence words() {
      return Sentence.of(
          "enrol.done",
          identity.terminalId(),
          officeName,
          String.join(", ", identity.channels()),
          trust.grouped());
    }
  }

  /** The request lies on the stick; the office has to answer it. */
  record RequestWritten(Fingerprint code, String stick) implements EnrolOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.request", stick, code.grouped());
    }
  }

  /** The answer on the stick was not confirmed by the office's code. */
  record WrongCode(Sentence words) implements EnrolOutcome {}

  /** The terminal belongs to an office already. */
  record AlreadyEnrolled(TerminalIdentity identity) implements EnrolOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("enrol.already", identity.terminalId(), identity.office());
    }
  }

  /** The token is not of the form, unknown, used or expired. */
  record TokenRefused(Sentence words) implements EnrolOutcome {}

  /** No answer, or not that of an office. */
  record NoOffice(Sentence words) implements EnrolOutcome {}

  /** What the office is to be trusted by is not what the token says. */
  record WrongRoot(Sentence words) implements EnrolOutcome {}

  /** This terminal's clock and the office's are too far apart; the token was not shown. */
  record WrongClock(Sentence words) implements EnrolOutcome {}
}
