package org.openhall.office.desk.review;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhall.office.desk.records.FieldWords;
import org.openhall.office.desk.records.Said;
import org.openhall.office.people.People;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposal.State;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.ProposalReader;
import org.openhall.office.proposal.Proposals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /desk/review}: proposals that wait, one of them, and what its author does with it. */
@Controller
public class ReviewPages {
  private static final int PAGE = 50;
  private static final int ITEMS = 20;

  private final Proposals proposals;
  private final ProposalReader reader;
  private final ItemViews items;
  private final People people;
  private final MessageSource words;

  ReviewPages(Proposals proposals, ItemViews items, People people, MessageSource words) {
    this.proposals = proposals;
    this.reader = proposals.reader();
    this.items = items;
    this.people = people;
    this.words = words;
  }

  @ModelAttribute("fields")
  FieldWords fields(Locale locale) {
    return new FieldWords(words, locale);
  }

  @ModelAttribute("said")
  String said(@RequestParam(defaultValue = "") String said, Locale locale) {
    return Said.words(said, words, locale);
  }

  @ModelAttribute("trouble")
  String trouble(@RequestParam(defaultValue = "") String trouble, Locale locale) {
    return Said.words(trouble, words, locale);
  }

  /** Id → what a person is called; ids of programs and of who has left stay as they are. */
  @ModelAttribute("names")
  Function<String, String> names() {
    return id -> people.find(id).map(Person::name).orElse(id);
  }

  @GetMapping("/desk/review")
  String queue(
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      Person person,
      Model model) {
    String shown = show.isEmpty() ? usual(person) : show;
    List<Proposal> list =
        switch (shown) {
          case "mine" -> reader.of(person.id(), before, PAGE);
          case "approved" -> reader.inState(State.APPROVED, before, PAGE);
          default -> reader.inState(State.SUBMITTED, before, PAGE);
        };
    model.addAttribute("show", shown);
    model.addAttribute("list", list);
    model.addAttribute(
        "counts",
        list.stream().collect(Collectors.toMap(Proposal::id, p -> reader.counts(p.id()))));
    model.addAttribute("next", list.size() == PAGE ? list.getLast().id() : null);
    return "desk/review/queue";
  }

  /** Reviewers see what waits for them first, editors their own. */
  private static String usual(Person person) {
    return person.hasAny(Role.EDITOR) && !person.hasAny(Role.REVIEWER) ? "mine" : "waiting";
  }

  @GetMapping("/desk/review/{id}")
  String proposal(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String sample,
      Person person,
      Locale locale,
      Model model)
      throws IOException {
    model.addAttribute("decisions", reader.decisions(id));
    model.addAttribute(
        "items", sample.isEmpty() ? items.after(id, after, ITEMS) : items.sample(id, ITEMS));
    model.addAttribute("isSample", !sample.isEmpty());
    return show(id, person, locale, model);
  }

  /**
   * The page with its first records, or those that were chosen. Decisions are read before records:
   * a page never answers for a later round than it shows.
   */
  String show(long id, Person person, Locale locale, Model model) throws IOException {
    Proposal proposal = found(id);
    if (!model.containsAttribute("items")) {
      model.addAttribute("decisions", reader.decisions(id));
      model.addAttribute("items", items.after(id, "", ITEMS));
      model.addAttribute("isSample", false);
    }
    boolean isAuthor = proposal.author().equals(person.id());
    model.addAttribute("proposal", proposal);
    model.addAttribute("counts", reader.counts(id));
    model.addAttribute("conflicts", reader.conflicts(id));
    model.addAttribute("findings", items.findings(id, locale));
    model.addAttribute("mayChange", isAuthor && proposal.state().isEditable());
    model.addAttribute(
        "mayDecide",
        person.hasAny(Role.REVIEWER) && !isAuthor && proposal.state() == State.SUBMITTED);
    model.addAttribute(
        "isOwn", person.hasAny(Role.REVIEWER) && isAuthor && proposal.state() == State.SUBMITTED);
    model.addAttribute("mayUndo", person.hasAny(Role.EDITOR) && proposal.state() == State.APPROVED);
    return "desk/review/proposal";
  }

  private Proposal found(long id) {
    return reader.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/desk/review/{id}/submit")
  String submit(@PathVariable long id, Person person) throws SQLException {
    return Answers.of(proposals.submit(id, person.id()), id, "review.submitted");
  }

  @PostMapping("/desk/review/{id}/discard")
  String discard(@PathVariable long id, Person person) throws SQLException {
    return Answers.of(proposals.discard(id, person.id()), id, "review.discarded");
  }

  @PostMapping("/desk/review/{id}/drop")
  String drop(@PathVariable long id, @RequestParam String record, Person person)
      throws SQLException {
    return Answers.of(proposals.drop(id, person.id(), record), id, "review.dropped");
  }

  @PostMapping("/desk/review/{id}/undo")
  String undo(@PathVariable long id, Person person, Locale locale) throws SQLException {
    if (!person.hasAny(Role.EDITOR)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    String title = words.getMessage("review.undo-title", new Object[] {found(id).title()}, locale);
    ProposalOutcome outcome = proposals.undo(id, person.id(), title);
    long shown = outcome instanceof ProposalOutcome.Done done ? done.proposal().id() : id;
    return Answers.of(outcome, shown, "review.undone");
  }
}
