package org.openhall.link.status;

import java.time.Instant;
import java.util.Objects;

/**
 * How the last enrolment of this terminal went: {@code status/enrolment.json}.
 *
 * @param state how it stands
 * @param trust the fingerprint of trust in groups, which the office shows as well; empty before it
 *     is known
 * @param words what came of it and the next step, a sentence for a technician
 * @param at by the terminal's clock
 */
public record EnrolmentStatus(State state, String trust, String words, Instant at) {

  public EnrolmentStatus {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(at, "at");
  }

  /** How an enrolment stands. */
  public enum State {
    UNDER_WAY,
    ENROLLED,
    REFUSED
  }
}
