package org.openhall.office.proposal;

import java.util.List;
import java.util.Locale;
import org.openhall.content.Violation;

/** What came of a deed on a proposal. */
public sealed interface ProposalOutcome {

  /** It is done, and so the proposal stands now. */
  record Done(Proposal proposal) implements ProposalOutcome {}

  /** It may not be, and nothing has changed. */
  record Refused(Refusal why) implements ProposalOutcome {}

  /** A record breaks a limit; what was put before it stays in the proposal. */
  record OutOfLimits(List<Violation> violations) implements ProposalOutcome {}

  /**
   * The catalogue has moved on, and nothing was written.
   *
   * @param conflicts the first of them, by record id; at most {@link Proposals#CONFLICTS}
   */
  record Conflicts(List<Conflict> conflicts) implements ProposalOutcome {}

  /** Why something may not be. */
  enum Refusal {
    /** There is no such proposal, or no such record in it. */
    UNKNOWN,
    /** Only its author may. */
    NOT_THE_AUTHOR,
    /** Its author may not. */
    OWN_WORK,
    /** Not in the state in which it is. */
    WRONG_STATE,
    /** It went back and was handed in again since it was looked at. */
    CHANGED,
    /** It changes nothing. */
    EMPTY,
    /** The secrecy review does not let it be public. */
    NOT_PUBLIC,
    /** Another proposal takes it back already. */
    UNDONE_ALREADY;

    /** Its name in message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
