package org.openhall.office.desk.review;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.proposal.SecrecyReview.Conclusion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /desk/review/decide}: what a reviewer decides, with the secrecy review (保密审查). */
@Controller
public class DecisionPages {
  private final Proposals proposals;

  DecisionPages(Proposals proposals) {
    this.proposals = proposals;
  }

  @PostMapping("/desk/review/decide/{id}/approve")
  String approve(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String conclusion,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes said)
      throws IOException, SQLException {
    Optional<SecrecyReview> review = review(conclusion, basis, note);
    if (review.isEmpty()) {
      return missing(id, "review.secrecy-missing", conclusion, basis, note, reason, said);
    } else if (review.get().conclusion() == Conclusion.PARTLY && note.isBlank()) {
      return missing(id, "review.partly-without-note", conclusion, basis, note, reason, said);
    }
    return Answers.of(
        proposals.approve(id, person.id(), review.get()), id, "review.approved", said);
  }

  @PostMapping("/desk/review/decide/{id}/return")
  String giveBack(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String conclusion,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes said)
      throws SQLException {
    if (reason.isBlank()) {
      return missing(id, "review.reason-missing", conclusion, basis, note, reason, said);
    }
    return Answers.of(
        proposals.giveBack(id, person.id(), reason.strip(), review(conclusion, basis, note)),
        id,
        "review.returned",
        said);
  }

  private static Optional<SecrecyReview> review(String conclusion, String basis, String note) {
    return Arrays.stream(Conclusion.values())
        .filter(one -> one.code().equals(conclusion) && !basis.isBlank())
        .map(one -> new SecrecyReview(one, basis.strip(), note.strip()))
        .findFirst();
  }

  /** Back to the form, with what was filled in. */
  private static String missing(
      long id,
      String trouble,
      String conclusion,
      String basis,
      String note,
      String reason,
      RedirectAttributes said) {
    said.addFlashAttribute("trouble", trouble);
    said.addFlashAttribute("form", new Form(conclusion, basis, note, reason));
    return "redirect:/desk/review/" + id + "#decide";
  }

  /** What a reviewer has filled in. */
  public record Form(String conclusion, String basis, String note, String reason) {}
}
