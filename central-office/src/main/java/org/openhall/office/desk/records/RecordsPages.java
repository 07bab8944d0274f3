package org.openhall.office.desk.records;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.catalog.RecordList;
import org.openhall.office.catalog.RecordVersion;
import org.openhall.office.catalog.TypedNumber;
import org.openhall.office.compare.Comparison;
import org.openhall.office.compare.Difference;
import org.openhall.office.edit.FormShape;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.ProposalReader;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** {@code /desk/records}: the list of records, one of them, and two versions of it. */
@Controller
public class RecordsPages {
  private static final int PAGE = 50;
  private static final int COUNTED = 1_000;
  private static final int SHOWN = 300;

  /** Fields in which the id of another record stands. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(.*\\.)?(departmentId|categoryId|parentId|formId)|relations\\[\\d+]\\.id"
              + "|(personThemes|legalThemes|lifeEvents|steps)(\\[\\d+])?");

  private final Catalog catalog;
  private final ProposalReader proposals;
  private final RecordCheck check;
  private final MessageSource words;

  RecordsPages(Catalog catalog, ProposalReader proposals, RecordCheck check, MessageSource words) {
    this.catalog = catalog;
    this.proposals = proposals;
    this.check = check;
    this.words = words;
  }

  /** What the form over the list asks for; what is not asked for is empty. */
  public record Asked(
      String q,
      String type,
      String owner,
      String source,
      String from,
      String to,
      String standing,
      String proposed,
      String order) {

    RecordFilter filter() {
      return new RecordFilter(
          TypedNumber.words(halfWidth(q)),
          said(type),
          said(owner),
          said(source),
          said(from),
          said(to),
          said(standing).map(RecordLine.Standing::valueOf),
          !proposed.isEmpty(),
          RecordFilter.Order.valueOf(order.isEmpty() ? "NEWEST" : order));
    }

    /** Letters, digits, brackets and spaces as a keyboard without an input method types them. */
    private static String halfWidth(String text) {
      StringBuilder half = new StringBuilder();
      text.codePoints()
          .map(c -> c == 0x3000 ? ' ' : isWide(c) ? c - 0xFEE0 : c)
          .forEach(half::appendCodePoint);
      return half.toString();
    }

    private static boolean isWide(int c) {
      return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= '］') || (c >= 'ａ' && c <= 'ｚ');
    }

    private static Optional<String> said(String text) {
      return Optional.of(text.strip()).filter(one -> !one.isEmpty());
    }
  }

  @ModelAttribute("asked")
  Asked asked(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String proposed,
      @RequestParam(defaultValue = "") String order) {
    return new Asked(q, type, owner, source, from, to, standing, proposed, order);
  }

  @ModelAttribute("fields")
  FieldWords fields(Locale locale) {
    return new FieldWords(words, locale);
  }

  @GetMapping("/desk/records")
  String list(
      @ModelAttribute("asked") Asked asked,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String after,
      Person person,
      Model model) {
    RecordFilter filter = asked.filter();
    Optional<RecordList.Place> place =
        after.isEmpty() ? Optional.empty() : Optional.of(new RecordList.Place(key, after));
    model.addAttribute("page", catalog.list().page(filter, place, PAGE));
    model.addAttribute("isFirst", place.isEmpty());
    int count = catalog.list().count(filter, COUNTED);
    model.addAttribute("count", count);
    model.addAttribute("hasMore", count == COUNTED);
    model.addAttribute("types", catalog.list().types());
    model.addAttribute("sources", catalog.list().sources());
    model.addAttribute("mayEdit", person.hasAny(Role.EDITOR));
    return "desk/records/list";
  }

  /** For choosing from while somebody types. */
  @GetMapping("/desk/records/owners")
  String owners(@ModelAttribute("asked") Asked asked, Model model) {
    model.addAttribute("owners", catalog.list().owners(asked.owner().strip(), PAGE));
    return "desk/records/owners";
  }

  @GetMapping("/desk/records/of/{id}")
  String record(@PathVariable String id, Person person, Locale locale, Model model)
      throws IOException {
    List<RecordVersion> versions = catalog.history().versions(id);
    EncodedRecord record = latest(id, versions);
    Optional<RecordLine> line = catalog.list().find(id);
    model.addAttribute("id", id);
    model.addAttribute("line", line.orElse(null));
    model.addAttribute("versions", versions);
    model.addAttribute("proposals", proposals.touching(id, PAGE));
    List<Difference> content =
        FieldOrder.of(record.type(), Comparison.of(Optional.empty(), Optional.of(record)));
    model.addAttribute("called", (BiFunction<String, String, String>) this::called);
    model.addAttribute("content", content.subList(0, Math.min(SHOWN, content.size())));
    model.addAttribute("left", Math.max(0, content.size() - SHOWN));
    model.addAttribute("findings", check.of(record, locale));
    model.addAttribute("files", FileView.all(JsonMapper.shared().readTree(record.json())));
    model.addAttribute("hasForm", FormShape.find(record.type()).isPresent());
    model.addAttribute("mayEdit", person.hasAny(Role.EDITOR));
    return "desk/records/record";
  }

  /** What is known by an id, with its name. */
  private String called(String path, String text) {
    return NAMED.matcher(path).matches()
        ? catalog.list().find(text).map(line -> line.title() + "（" + text + "）").orElse(text)
        : text;
  }

  private EncodedRecord latest(String id, List<RecordVersion> versions) {
    return versions.stream()
        .findFirst()
        .flatMap(version -> catalog.history().version(id, version.revision()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/desk/records/of/{id}/compare")
  String compare(
      @PathVariable String id, @RequestParam int from, @RequestParam int to, Model model) {
    Optional<EncodedRecord> before = catalog.history().version(id, from);
    Optional<EncodedRecord> after = catalog.history().version(id, to);
    if (before.isEmpty() || after.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("id", id);
    model.addAttribute("line", catalog.list().find(id).orElse(null));
    model.addAttribute("versions", catalog.history().versions(id));
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute(
        "differences", FieldOrder.of(after.get().type(), Comparison.of(before, after)));
    return "desk/records/compare";
  }
}
