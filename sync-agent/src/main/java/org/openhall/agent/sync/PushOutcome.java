package org.openhall.agent.sync;

import java.util.Optional;

/** What came of something that the office pushed. */
public sealed interface PushOutcome {

  /**
   * The metadata is trusted now, and what cannot wait is shown.
   *
   * @param but what is wrong with the emergency list alone, where the one before stays
   */
  record Taken(Optional<SyncOutcome> but) implements PushOutcome {}

  /** The terminal had it already. */
  record Known() implements PushOutcome {}

  /** It breaks a rule; what was there before stays. */
  record Refused(SyncOutcome why) implements PushOutcome {}

  /** The line or the disk is at fault; the next run brings it. */
  record Missed(SyncOutcome why) implements PushOutcome {}
}
