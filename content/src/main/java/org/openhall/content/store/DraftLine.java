package org.openhall.content.store;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.StaffMember;

/** A record's place in the lists: what is shown, what filters ask for, and its rank. */
record DraftLine(
    TitleRow shown,
    @Nullable String categoryId,
    @Nullable String theme,
    @Nullable String genre,
    @Nullable String validity,
    boolean naturalPerson,
    boolean legalPerson,
    @Nullable Long cases) {

  /** The line of a record, or empty for types that no list shows. */
  static Optional<DraftLine> of(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> Optional.of(ofEntry(entry));
      case ServiceGuide guide -> Optional.of(ofGuide(guide));
      case Notice n ->
          found(n, Hit.Kind.NOTICE, new Facts(n.title(), n.publisher(), n.publishedOn()));
      case Department d -> found(d, Hit.Kind.DEPARTMENT, new Facts(d.name(), null, null));
      case StaffMember m -> found(m, Hit.Kind.STAFF, new Facts(m.name(), m.departmentName(), null));
      case Form f -> found(f, Hit.Kind.FORM, new Facts(f.title(), f.departmentName(), null));
      case DisclosureGuide g ->
          found(g, Hit.Kind.DISCLOSURE_GUIDE, new Facts(g.title(), g.publisher(), g.publishedOn()));
      case AnnualReport r ->
          found(r, Hit.Kind.REPORT, new Facts(r.title(), r.publisher(), r.publishedOn()));
      default -> Optional.empty();
    };
  }

  private static DraftLine ofEntry(DisclosureEntry entry) {
    LocalDate date = entry.publishedOn() == null ? entry.writtenOn() : entry.publishedOn();
    TitleRow shown =
        new TitleRow(
            entry.header().id(),
            Hit.Kind.ENTRY,
            entry.title(),
            entry.publisher(),
            entry.documentNumber(),
            entry.indexNumber(),
            text(date),
            null,
            !entry.body().isEmpty(),
            entry.header().origin().sample());
    return new DraftLine(
        shown,
        entry.categoryId(),
        entry.theme(),
        entry.genre(),
        entry.validity().name(),
        false,
        false,
        null);
  }

  private static DraftLine ofGuide(ServiceGuide guide) {
    TitleRow shown =
        new TitleRow(
            guide.header().id(),
            Hit.Kind.GUIDE,
            guide.title(),
            guide.departmentName(),
            null,
            null,
            null,
            guide.itemType(),
            guide.materials() != null,
            guide.header().origin().sample());
    return new DraftLine(
        shown,
        null,
        guide.theme(),
        null,
        null,
        guide.audiences().contains(Audience.NATURAL_PERSON),
        guide.audiences().contains(Audience.LEGAL_PERSON),
        guide.placement().annualCases());
  }

  /** What is shown of a record that no filter asks for. */
  private record Facts(String title, @Nullable String publisher, @Nullable LocalDate date) {}

  private static Optional<DraftLine> found(ContentRecord record, Hit.Kind kind, Facts facts) {
    RecordHeader header = record.header();
    TitleRow shown =
        new TitleRow(
            header.id(),
            kind,
            facts.title(),
            facts.publisher(),
            null,
            null,
            text(facts.date()),
            null,
            true,
            header.origin().sample());
    return Optional.of(new DraftLine(shown, null, null, null, null, false, false, null));
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  @Nullable Integer year() {
    return shown.day() == null ? null : LocalDate.parse(shown.day()).getYear();
  }

  long rank() {
    long sought = cases == null ? 0 : cases;
    return TitleKey.rank(TitleRow.number(shown.kind()), shown.complete(), sought, shown.day());
  }
}
