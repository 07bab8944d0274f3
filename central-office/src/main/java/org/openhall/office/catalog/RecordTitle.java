package org.openhall.office.catalog;

import org.openhall.content.AnnualReport;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.Notice;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownRecord;
import org.openhall.content.WorkingCalendar;

/** By which words people know a record. */
public final class RecordTitle {
  private RecordTitle() {}

  /** Its title or name; where it has neither, what comes next to one. */
  public static String of(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> entry.title();
      case ServiceGuide guide -> guide.title();
      case Department department -> department.name();
      case CatalogNode node -> node.name();
      case Notice notice -> notice.title();
      case StaffMember person -> person.name();
      case DisclosureGuide guide -> guide.title();
      case AnnualReport report -> report.title();
      case HallMap map -> map.hall();
      case WorkingCalendar calendar -> Integer.toString(calendar.year());
      case Synonyms synonyms -> synonyms.title();
      case Form form -> form.title();
      case UnknownRecord unknown -> unknown.header().id();
    };
  }
}
