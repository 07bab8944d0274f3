package org.openhall.office.desk.review;

import org.openhall.office.proposal.ProposalOutcome;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goes back to a proposal's page and says there what came of a deed. */
final class Answers {
  private Answers() {}

  /**
   * The page to go to.
   *
   * @param done key of the words for success
   */
  static String of(ProposalOutcome outcome, long id, String done, RedirectAttributes said) {
    switch (outcome) {
      case ProposalOutcome.Done _ -> said.addFlashAttribute("said", done);
      case ProposalOutcome.Refused(ProposalOutcome.Refusal why) ->
          said.addFlashAttribute("trouble", "review.refused." + why.code());
      case ProposalOutcome.Conflicts _ -> said.addFlashAttribute("trouble", "review.conflicted");
      case ProposalOutcome.OutOfLimits _ ->
          said.addFlashAttribute("trouble", "review.out-of-limits");
    }
    return "redirect:/desk/review/" + id;
  }
}
