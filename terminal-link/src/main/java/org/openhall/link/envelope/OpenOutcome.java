package org.openhall.link.envelope;

/** What opening an envelope came to. */
public sealed interface OpenOutcome {

  /** It is open; whoever has it closes it. */
  record Opened(Personal personal) implements OpenOutcome {}

  /** It was sealed to another key. */
  record OtherKey(String id) implements OpenOutcome {}

  /** A byte of it was changed, or it belongs to another terminal, event or type. */
  record Spoiled() implements OpenOutcome {}
}
