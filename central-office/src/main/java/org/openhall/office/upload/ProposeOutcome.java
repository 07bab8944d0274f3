package org.openhall.office.upload;

import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.text.Trouble;

/** What came of making a proposal of a file. */
public sealed interface ProposeOutcome {

  /**
   * There is a proposal.
   *
   * @param outcome of handing it in
   */
  record Proposed(long proposal, ProposalOutcome outcome) implements ProposeOutcome {}

  /** Somebody has made one already. */
  record Already() implements ProposeOutcome {}

  /** The file cannot be read to its end. */
  record Broken(Trouble trouble) implements ProposeOutcome {}
}
