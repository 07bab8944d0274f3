package org.openhall.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;

/**
 * What of a record can be found, as a citizen reads it.
 *
 * @param names the title first, then aliases and numbers
 * @param lines the texts, in the order of the page
 */
public record SearchText(List<String> names, List<String> lines) {
  public SearchText {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** The searchable text of a record; empty for types that are not searched. */
  public static SearchText of(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> ofEntry(entry);
      case ServiceGuide guide -> ofGuide(guide);
      case Notice notice -> new SearchText(List.of(notice.title()), ofBody(notice.body()));
      case Department department -> ofDepartment(department);
      case StaffMember member -> ofStaff(member);
      case Form form -> new SearchText(List.of(form.title()), ofBody(form.instructions()));
      case DisclosureGuide guide -> new SearchText(List.of(guide.title()), ofBody(guide.body()));
      case AnnualReport report -> ofReport(report);
      default -> new SearchText(List.of(), List.of());
    };
  }

  private static SearchText ofEntry(DisclosureEntry entry) {
    List<String> lines = present(entry.summary());
    lines.addAll(entry.keywords());
    lines.addAll(ofBody(entry.body()));
    return new SearchText(
        present(entry.title(), entry.documentNumber(), entry.indexNumber()), lines);
  }

  private static SearchText ofGuide(ServiceGuide guide) {
    List<String> names = present(guide.title(), guide.itemCode());
    names.addAll(guide.aliases());
    List<String> lines = present(guide.summary());
    lines.addAll(each(guide.conditions()));
    each(guide.materials()).forEach(m -> lines.addAll(present(m.name(), m.source(), m.note())));
    each(guide.steps()).forEach(s -> lines.addAll(present(s.name(), s.description())));
    each(guide.fees()).forEach(f -> lines.addAll(present(f.name(), f.standard(), f.basis())));
    each(guide.windows()).forEach(w -> lines.addAll(present(w.name(), w.address())));
    each(guide.questions()).forEach(q -> lines.addAll(present(q.question(), q.answer())));
    lines.addAll(each(guide.bases()));
    lines.addAll(present(guide.result()));
    return new SearchText(names, lines);
  }

  private static SearchText ofDepartment(Department department) {
    List<String> lines = present(department.duties());
    labelled("地址", department.address()).ifPresent(lines::add);
    labelled("电话", department.phone()).ifPresent(lines::add);
    labelled("办公时间", department.hours()).ifPresent(lines::add);
    for (Department.Office office : each(department.details().offices())) {
      lines.addAll(present(office.name(), office.duties()));
    }
    return new SearchText(List.of(department.name()), lines);
  }

  /** A value with its name, as people ask for the one by the other: 教育局电话. */
  private static Optional<String> labelled(String label, @Nullable String value) {
    return Optional.ofNullable(value).map(v -> label + "：" + v);
  }

  private static SearchText ofStaff(StaffMember member) {
    List<String> lines = present(member.post(), member.departmentName());
    lines.addAll(member.services());
    return new SearchText(present(member.name(), member.number()), lines);
  }

  private static SearchText ofReport(AnnualReport report) {
    List<String> lines = ofBody(report.overview());
    lines.addAll(ofBody(report.problems()));
    lines.addAll(ofBody(report.others()));
    return new SearchText(List.of(report.title()), lines);
  }

  private static List<String> ofBody(List<Block> body) {
    List<String> lines = new ArrayList<>();
    for (Block block : body) {
      switch (block) {
        case Block.Heading heading -> lines.add(heading.text());
        case Block.Paragraph paragraph -> lines.add(paragraph.text());
        case Block.ItemList list -> lines.addAll(list.items());
        case Block.Table table -> lines.addAll(ofTable(table));
        case Block.Image image -> lines.addAll(present(image.caption()));
        case Block.AttachedFile attached -> lines.add(attached.file().name());
        case Block.UnknownBlock _ -> {}
      }
    }
    return lines;
  }

  private static List<String> ofTable(Block.Table table) {
    List<String> lines = present(table.caption());
    table.rows().stream().flatMap(r -> r.cells().stream()).forEach(c -> lines.add(c.text()));
    return lines;
  }

  private static <T> List<T> each(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static List<String> present(@Nullable String... texts) {
    List<String> present = new ArrayList<>();
    Stream.of(texts).filter(t -> t != null).forEach(present::add);
    return present;
  }

  /** All lines of a list folded, one below the other; lines that fold to nothing are left out. */
  public static String folded(List<String> lines) {
    StringBuilder all = new StringBuilder();
    for (String line : lines) {
      String folded = Folding.fold(line);
      if (!folded.isEmpty()) {
        all.append(all.isEmpty() ? "" : "\n").append(folded);
      }
    }
    return all.toString();
  }
}
