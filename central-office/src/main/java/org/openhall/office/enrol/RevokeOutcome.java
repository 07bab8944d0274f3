package org.openhall.office.enrol;

import java.time.Instant;

/** What came of locking a terminal out. */
public sealed interface RevokeOutcome {

  /** It is locked out from now on. */
  record Revoked() implements RevokeOutcome {}

  /** It was already. */
  record AlreadyRevoked(Instant at) implements RevokeOutcome {}

  /** The office has no such terminal. */
  record NoSuchTerminal() implements RevokeOutcome {}
}
