package org.openhall.office.desk.records;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.edit.FieldProblem;
import org.openhall.office.edit.Posted;
import org.openhall.office.edit.RecordForm;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalOutcome;
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

/** {@code /desk/records/edit}: the form of a record within a proposal, saved draft by draft. */
@Controller
public class EditPages {
  private final Proposals proposals;
  private final Catalog catalog;
  private final FormPage page;
  private final MessageSource words;
  private final OfficeName office;
  private final Clock clock;

  EditPages(
      Proposals proposals,
      Catalog catalog,
      FormPage page,
      MessageSource words,
      OfficeDatabase database,
      Clock clock) {
    this.proposals = proposals;
    this.catalog = catalog;
    this.page = page;
    this.words = words;
    this.office = new OfficeName(database);
    this.clock = clock;
  }

  @ModelAttribute("fields")
  FieldWords fields(Locale locale) {
    return new FieldWords(words, locale);
  }

  @ModelAttribute("said")
  String said(@RequestParam(defaultValue = "") String said, Locale locale) {
    return Said.words(said, words, locale);
  }

  @GetMapping("/desk/records/edit/{proposal}/{id}")
  String form(
      @PathVariable long proposal,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "") String missing,
      Person person,
      Locale locale,
      Model model)
      throws IOException {
    Item item = page.item(proposal, id, person);
    RecordForm form = FormPage.form(item);
    List<FieldProblem> problems = missing.isEmpty() ? List.of() : form.missing();
    return page.show(item, form, problems, from, locale, model);
  }

  @PostMapping("/desk/records/edit/{proposal}/{id}")
  String save(
      @PathVariable long proposal,
      @PathVariable String id,
      @RequestParam(name = "do", defaultValue = "save") String button,
      @RequestParam(defaultValue = "") String base,
      @RequestParam(defaultValue = "0") int from,
      HttpServletRequest request,
      Person person,
      Locale locale,
      Model model)
      throws IOException, SQLException {
    Item item = page.item(proposal, id, person);
    String here = "redirect:/desk/records/edit/" + proposal + "/" + id;
    if (button.equals("step-back")) {
      proposals.stepBack(proposal, person.id(), id);
      return here + "?said=edit.stepped-back";
    }
    RecordForm form = FormPage.form(item);
    List<FieldProblem> problems =
        new ArrayList<>(form.fill(new Posted(request.getParameterMap()), Buttons.deed(button)));
    Optional<ContentRecord> record = form.record(problems);
    if (!base.equals(item.row().sha256())) {
      problems.addFirst(new FieldProblem("", "saved-elsewhere", ""));
    }
    if (record.isEmpty() || !problems.isEmpty()) {
      return page.show(item, form, problems, from, locale, model);
    }
    proposals.put(proposal, person.id(), new Change.Put(item.base(), record.get()));
    if (button.equals("submit")) {
      return submit(proposal, here, form.missing(), person);
    }
    return here + Buttons.place(button, from, form.json());
  }

  private String submit(long proposal, String here, List<FieldProblem> missing, Person person)
      throws SQLException {
    if (!missing.isEmpty()) {
      return here + "?missing=yes";
    }
    boolean isDone = proposals.submit(proposal, person.id()) instanceof ProposalOutcome.Done;
    return "redirect:/desk/review/"
        + proposal
        + (isDone ? "?said=review.submitted" : "?trouble=review.refused.wrong-state");
  }

  /** Begins to edit a record of the catalogue, or goes on where this person has begun already. */
  @PostMapping("/desk/records/edit/begin")
  String begin(@RequestParam String id, Person person, Locale locale)
      throws IOException, SQLException {
    Optional<Proposal> begun = begun(id, person);
    if (begun.isPresent()) {
      return "redirect:/desk/records/edit/" + begun.get().id() + "/" + id;
    }
    EncodedRecord record =
        catalog
            .history()
            .present(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    int base = catalog.revision(id).orElseThrow();
    RecordForm form =
        RecordForm.of(record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return opened("edit.title-edit", title(id), person, locale, change(base, form)) + id;
  }

  private Optional<Proposal> begun(String id, Person person) {
    return proposals.reader().touching(id, 100).stream()
        .filter(one -> one.author().equals(person.id()) && one.state().isEditable())
        .filter(one -> !proposals.reader().item(one.id(), id).orElseThrow().isRemoval())
        .findFirst();
  }

  private String title(String id) {
    return catalog.list().find(id).map(line -> line.title()).orElse(id);
  }

  private static Change change(int base, RecordForm form) {
    return new Change.Put(base, form.record(new ArrayList<>()).orElseThrow());
  }

  private String opened(String key, String title, Person person, Locale locale, Change change)
      throws SQLException {
    String name = words.getMessage(key, new Object[] {title}, locale);
    long proposal = proposals.open(Proposal.Origin.EDIT, person.id(), name).id();
    proposals.put(proposal, person.id(), change);
    return "redirect:/desk/records/edit/" + proposal + "/";
  }

  /** Begins a new record. */
  @PostMapping("/desk/records/edit/new")
  String fresh(@RequestParam String type, Person person, Locale locale) throws SQLException {
    String id = "o-" + Ids.fresh();
    RecordForm form =
        RecordForm.blank(type, id, office.get(), LocalDate.now(clock))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return opened("edit.title-new", fields(locale).value(type), person, locale, change(0, form))
        + id;
  }

  /** Proposes to take a record out of the catalogue. */
  @PostMapping("/desk/records/edit/remove")
  String remove(@RequestParam String id, Person person, Locale locale)
      throws IOException, SQLException {
    int base =
        catalog.revision(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String name = words.getMessage("edit.title-remove", new Object[] {title(id)}, locale);
    long proposal = proposals.open(Proposal.Origin.EDIT, person.id(), name).id();
    proposals.put(proposal, person.id(), new Change.Removal(base, id));
    return "redirect:/desk/review/" + proposal;
  }

  /** Lays what was drafted upon the version that the catalogue holds now, to be looked at anew. */
  @PostMapping("/desk/records/edit/{proposal}/{id}/onto-present")
  String onto(@PathVariable long proposal, @PathVariable String id, Person person)
      throws SQLException {
    Item item = page.item(proposal, id, person);
    int present = catalog.revision(id).orElse(0);
    proposals.put(proposal, person.id(), change(present, FormPage.form(item)));
    return "redirect:/desk/records/edit/" + proposal + "/" + id;
  }
}
