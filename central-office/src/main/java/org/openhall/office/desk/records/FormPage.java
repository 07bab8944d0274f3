package org.openhall.office.desk.records;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.edit.FieldProblem;
import org.openhall.office.edit.FormField;
import org.openhall.office.edit.RecordForm;
import org.openhall.office.file.FileKind;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.Proposals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of a form, as it is shown whatever was sent before. */
final class FormPage {
  private final Proposals proposals;
  private final Catalog catalog;
  private final RecordCheck check;
  private final MessageSource words;

  FormPage(Proposals proposals, Catalog catalog, RecordCheck check, MessageSource words) {
    this.proposals = proposals;
    this.catalog = catalog;
    this.check = check;
    this.words = words;
  }

  /** A record that this person is drafting; of any other there is no such page. */
  Item item(long proposal, String id, Person person) {
    return proposals
        .reader()
        .find(proposal)
        .filter(one -> one.author().equals(person.id()) && one.state().isEditable())
        .flatMap(one -> proposals.reader().item(proposal, id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static RecordForm form(Item item) {
    return item.record()
        .flatMap(RecordForm::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /**
   * Fills the page in.
   *
   * @param from the first block of a body that is shown
   * @return the page's name
   */
  String show(
      Item item, RecordForm form, List<FieldProblem> problems, int from, Locale locale, Model model)
      throws IOException {
    FieldWords fields = new FieldWords(words, locale);
    int first = Math.max(0, from);
    model.addAttribute("item", item);
    model.addAttribute("proposal", proposals.reader().find(item.proposal()).orElseThrow());
    FieldChoices choices = new FieldChoices(form, fields, catalog);
    model.addAttribute("sections", new FormView(form, fields, choices, first).sections());
    model.addAttribute("from", first);
    model.addAttribute("blocks", blocks(form));
    model.addAttribute("window", FormView.BLOCKS);
    model.addAttribute("endings", FileKind.attachableEndings());
    List<ProblemText> told = ProblemText.of(problems, fields);
    model.addAttribute("problems", told);
    model.addAttribute("wrongs", ProblemText.byPath(told));
    model.addAttribute("steps", proposals.reader().steps(item.proposal(), item.recordId()));
    model.addAttribute("findings", check.of(item.row().record(), locale));
    model.addAttribute(
        "conflict",
        proposals.reader().conflicts(item.proposal()).stream()
            .filter(one -> one.recordId().equals(item.recordId()))
            .findFirst()
            .orElse(null));
    return "desk/records/edit";
  }

  private static int blocks(RecordForm form) {
    return form.shape().sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.kind() == FormField.Kind.BLOCKS)
        .mapToInt(field -> form.json().path(field.name()).size())
        .sum();
  }
}
