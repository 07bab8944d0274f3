package org.openhall.office.desk.review;

import org.openhall.office.proposal.ProposalOutcome;

/** The address of a proposal's page, where it is said what came of a deed. */
final class Answers {
  private Answers() {}

  /**
   * The page to go to.
   *
   * @param done key of the words for success
   */
  static String of(ProposalOutcome outcome, long id, String done) {
    String said =
        switch (outcome) {
          case ProposalOutcome.Done _ -> "said=" + done;
          case ProposalOutcome.Refused(ProposalOutcome.Refusal why) ->
              "trouble=review.refused." + why.code();
          case ProposalOutcome.Conflicts _ -> "trouble=review.conflicted";
          case ProposalOutcome.OutOfLimits _ -> "trouble=review.out-of-limits";
        };
    return "redirect:/desk/review/" + id + "?" + said;
  }
}
