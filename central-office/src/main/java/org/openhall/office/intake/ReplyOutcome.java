package org.openhall.office.intake;

import org.openhall.link.envelope.Envelope;

/** What there is for a terminal that asks for an answer. */
public sealed interface ReplyOutcome {

  /** The answer, sealed to the key of the visit that asked. */
  record Answered(Envelope envelope) implements ReplyOutcome {}

  /** Nobody has answered. */
  record NotYet() implements ReplyOutcome {}

  /** This terminal has handed in nothing of that id. */
  record NoSuchEvent() implements ReplyOutcome {}
}
