package org.openhall.office.desk.review;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openhall.office.desk.records.FieldWords;
import org.openhall.office.desk.records.Said;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.proposal.SecrecyReview.Conclusion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /desk/review/decide}: what a reviewer decides, with the secrecy review (保密审查). */
@Controller
public class DecisionPages {
  private final Proposals proposals;
  private final ReviewPages pages;
  private final MessageSource words;

  DecisionPages(Proposals proposals, ReviewPages pages, MessageSource words) {
    this.proposals = proposals;
    this.pages = pages;
    this.words = words;
  }

  /**
   * What a reviewer has filled in; what is not is empty.
   *
   * @param round how many decisions there were on what the page showed; negative when it does not
   *     say
   */
  public record Form(int round, String conclusion, String basis, String note, String reason) {
    Optional<SecrecyReview> review() {
      return Arrays.stream(Conclusion.values())
          .filter(one -> one.code().equals(conclusion) && !basis.isBlank())
          .map(one -> new SecrecyReview(one, basis.strip(), note.strip()))
          .findFirst();
    }
  }

  @ModelAttribute("form")
  Form form(
      @RequestParam(defaultValue = "-1") int round,
      @RequestParam(defaultValue = "") String conclusion,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String reason) {
    return new Form(round, conclusion, basis, note, reason);
  }

  @PostMapping("/desk/review/decide/{id}/approve")
  String approve(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      Person person,
      Locale locale,
      Model model)
      throws IOException, SQLException {
    Optional<SecrecyReview> review = form.review();
    if (review.isEmpty()) {
      return missing(id, "review.secrecy-missing", person, locale, model);
    } else if (review.get().conclusion() == Conclusion.PARTLY && form.note().isBlank()) {
      return missing(id, "review.partly-without-note", person, locale, model);
    }
    return Answers.of(
        proposals.approve(id, form.round(), person.id(), review.get()), id, "review.approved");
  }

  @PostMapping("/desk/review/decide/{id}/return")
  String giveBack(
      @PathVariable long id,
      @ModelAttribute("form") Form form,
      Person person,
      Locale locale,
      Model model)
      throws IOException, SQLException {
    if (form.reason().isBlank()) {
      return missing(id, "review.reason-missing", person, locale, model);
    }
    return Answers.of(
        proposals.giveBack(id, form.round(), person.id(), form.reason().strip(), form.review()),
        id,
        "review.returned");
  }

  /** The page again, with what was filled in. */
  private String missing(long id, String trouble, Person person, Locale locale, Model model)
      throws IOException {
    model.addAttribute("trouble", Said.words(trouble, words, locale));
    model.addAttribute("fields", new FieldWords(words, locale));
    model.addAttribute("names", pages.names());
    return pages.show(id, person, locale, model);
  }
}
