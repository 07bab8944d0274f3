package org.openhall.office.lint;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;

/** Days that cannot be, or cannot be one after the other. */
final class Days {
  /** The People's Republic's first day: no document of its bodies is older. */
  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);

  /** A document number has its year in brackets: 国发〔2020〕12号. */
  private static final Pattern YEAR = Pattern.compile("[〔\\[［（(【](\\d{4})[〕\\]］）)】]");

  private final LocalDate today;

  Days(LocalDate today) {
    this.today = today;
  }

  void check(ContentRecord record, Complaints complaints) {
    header(record.header(), complaints);
    switch (record) {
      case DisclosureEntry entry -> entry(entry, complaints);
      case Notice notice -> possible("publishedOn", notice.publishedOn(), complaints);
      case DisclosureGuide guide -> possible("publishedOn", guide.publishedOn(), complaints);
      case AnnualReport report -> {
        possible("publishedOn", report.publishedOn(), complaints);
        if (report.publishedOn() != null && report.publishedOn().getYear() <= report.year()) {
          complaints.add(Rule.DATE_ORDER, "publishedOn", report.publishedOn(), report.year());
        }
      }
      default -> {}
    }
  }

  private void header(RecordHeader header, Complaints complaints) {
    LocalDate until = header.effectiveUntil();
    if (until == null) {
      return;
    }
    if (until.isBefore(today)) {
      complaints.add(Rule.PAST_RECORD, "header.effectiveUntil", until);
    }
    ordered("header.effectiveUntil", header.effectiveFrom(), until, complaints);
  }

  private void entry(DisclosureEntry entry, Complaints complaints) {
    DisclosureEntry.Particulars particulars = entry.particulars();
    LocalDate expires = particulars.expiresOn();
    possible("writtenOn", entry.writtenOn(), complaints);
    possible("publishedOn", entry.publishedOn(), complaints);
    ordered("publishedOn", entry.writtenOn(), entry.publishedOn(), complaints);
    ordered("expiresOn", particulars.effectiveOn(), expires, complaints);
    if (entry.validity() == DisclosureEntry.Validity.IN_FORCE
        && expires != null
        && expires.isBefore(today)) {
      complaints.add(Rule.EXPIRED_IN_FORCE, "validity", expires);
    }
    numberYear(entry, complaints);
  }

  private void possible(String field, @Nullable LocalDate day, Complaints complaints) {
    if (day != null && (day.isAfter(today) || day.isBefore(FIRST))) {
      complaints.add(Rule.IMPOSSIBLE_DATE, field, day);
    }
  }

  private static void ordered(
      String field, @Nullable LocalDate first, @Nullable LocalDate then, Complaints complaints) {
    if (first != null && then != null && then.isBefore(first)) {
      complaints.add(Rule.DATE_ORDER, field, then, first);
    }
  }

  /** A number of late December may go with a document of January, and the other way round. */
  private static void numberYear(DisclosureEntry entry, Complaints complaints) {
    LocalDate written = entry.writtenOn();
    String number = entry.documentNumber() == null ? "" : entry.documentNumber();
    Matcher m = YEAR.matcher(number);
    if (written == null || !m.find()) {
      return;
    }
    int year = Integer.parseInt(m.group(1));
    if (Math.abs(written.getYear() - year) > 1) {
      complaints.add(Rule.NUMBER_YEAR, "documentNumber", Excerpt.masked(number), written);
    }
  }
}
