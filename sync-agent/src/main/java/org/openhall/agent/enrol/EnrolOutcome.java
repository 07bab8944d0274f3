package org.openhall.agent.enrol;

import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalIdentity;

/** How an enrolment ended. Only {@link Enrolled} has changed anything on the terminal. */
public sealed interface EnrolOutcome {

  /** What to tell the technician; for trouble with the next step. */
  Sentence words();

  /** The terminal belongs to the office now. */
  record Enrolled(TerminalIdentity identity, String officeName) implements EnrolOutcome {
    @Override
    public Sentence words() {
      return Sentence.of(
          "enrol.done", identity.terminalId(), officeName, String.join(", ", identity.channels()));
    }
  }

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

  /** The office answered with a root that is not the one of the token. */
  record WrongRoot(Sentence words) implements EnrolOutcome {}
}
