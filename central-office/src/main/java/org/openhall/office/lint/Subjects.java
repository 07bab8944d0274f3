package org.openhall.office.lint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownRecord;
import org.openhall.content.WorkingCalendar;
import org.openhall.office.catalog.RecordTitle;
import org.openhall.office.lint.LintFinding.Subject;

/** What editors call a record, and whose it is. */
final class Subjects {
  private Subjects() {}

  /**
   * A record by its names.
   *
   * @param office the office's name: what has another source is imported
   */
  static Subject of(ContentRecord record, String office) {
    RecordHeader header = record.header();
    String source = header.origin().source();
    boolean isImported = !header.origin().sample() && !source.equals(office);
    return new Subject(
        header.id(),
        Excerpt.masked(RecordTitle.of(record)),
        Objects.requireNonNullElse(department(record), source),
        Objects.requireNonNullElse(header.departmentId(), ""),
        isImported);
  }

  private static @Nullable String department(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> entry.publisher();
      case ServiceGuide guide -> guide.departmentName();
      case Department department -> department.name();
      case Notice notice -> notice.publisher();
      case StaffMember member -> member.departmentName();
      case DisclosureGuide guide -> guide.publisher();
      case AnnualReport report -> report.publisher();
      case Form form -> form.departmentName();
      case CatalogNode _, HallMap _, WorkingCalendar _, Synonyms _, UnknownRecord _ -> null;
    };
  }
}
