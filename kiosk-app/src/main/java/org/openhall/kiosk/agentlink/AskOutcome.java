package org.openhall.kiosk.agentlink;

import org.openhall.link.envelope.PersonalForm;

/** What came of a question about a person's own case. */
public sealed interface AskOutcome {

  /** The office's answer; whoever has it closes it when the visit ends. */
  record Answered(PersonalForm answer) implements AskOutcome {}

  /** The office has the question and did not answer in time; nobody will read a later answer. */
  record NotYet() implements AskOutcome {}

  /** The question could not be brought to the office. */
  record NoLine(Where where) implements AskOutcome {}

  /** It is of no use to ask again. */
  record Refused(Reason reason) implements AskOutcome {}

  /** Where the way to the office is broken. */
  enum Where {
    /** The agent does not run, or says nothing. */
    AGENT,
    /** The agent does not reach the office. */
    OFFICE
  }

  /** Why a question is refused. */
  enum Reason {
    /** The terminal is not enrolled. */
    NOT_ENROLLED,
    /** The release shown names no key of the office. */
    NO_KEY,
    /** More than fits into an envelope. */
    TOO_LONG,
    /** The office does not serve this terminal. */
    LOCKED_OUT,
    /** Office or agent do not know such questions. */
    NOT_TAKEN,
    /** What came as an answer is none, or was not sealed to this visit. */
    UNREADABLE
  }
}
