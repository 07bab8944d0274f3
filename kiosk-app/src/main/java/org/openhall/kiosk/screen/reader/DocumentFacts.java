package org.openhall.kiosk.screen.reader;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/**
 * The facts that stand over a document, in the order of the official pages. What the law asks for
 * is always there, 未提供 or not; what only some offices state stands there where it is stated.
 */
record DocumentFacts(Document document, ReleaseInfo release, ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<Fact> in(Messages words) {
    List<Fact> facts =
        switch (document) {
          case Document.Entry(DisclosureEntry entry, _) -> entry(entry, words);
          case Document.Report(AnnualReport report) -> report(report, words);
          case Document.Guide(DisclosureGuide guide, _) -> guide(guide, words);
          case Document.Announcement(Notice notice) -> notice(notice, words);
          case Document.Blank(Form form) -> form(form, words);
        };
    facts.add(new Fact(words.text("fact.source"), source(words)));
    facts.add(new Fact(words.text("fact.version"), version(words)));
    return facts;
  }

  private static List<Fact> entry(DisclosureEntry entry, Messages words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.index-number"), entry.indexNumber()));
    facts.add(new Fact(words.text("fact.document-number"), entry.documentNumber()));
    facts.add(new Fact(words.text("fact.publisher"), entry.publisher()));
    facts.add(new Fact(words.text("fact.written-on"), day(entry.writtenOn())));
    facts.add(new Fact(words.text("fact.published-on"), day(entry.publishedOn())));
    facts.add(new Fact(words.text("fact.validity"), validity(entry.validity(), words)));
    facts.addAll(stated(entry, words));
    return facts;
  }

  private static List<Fact> stated(DisclosureEntry entry, Messages words) {
    DisclosureEntry.Particulars it = entry.particulars();
    String keywords = String.join(words.text("comma"), entry.keywords());
    return List.of(
            new Fact(words.text("fact.effective-on"), day(it.effectiveOn())),
            new Fact(words.text("fact.expires-on"), day(it.expiresOn())),
            new Fact(words.text("fact.theme"), entry.theme()),
            new Fact(words.text("fact.genre"), entry.genre()),
            new Fact(words.text("fact.keywords"), keywords.isEmpty() ? null : keywords),
            new Fact(words.text("fact.responsible-office"), it.responsibleOffice()),
            new Fact(words.text("fact.information-source"), it.informationSource()),
            new Fact(words.text("fact.access"), it.access()),
            new Fact(words.text("fact.method"), it.method()))
        .stream()
        .filter(fact -> fact.value() != null)
        .toList();
  }

  private static List<Fact> report(AnnualReport report, Messages words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.report-year"), Integer.toString(report.year())));
    facts.add(new Fact(words.text("fact.publisher"), report.publisher()));
    facts.add(new Fact(words.text("fact.published-on"), day(report.publishedOn())));
    return facts;
  }

  private static List<Fact> guide(DisclosureGuide guide, Messages words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.publisher"), guide.publisher()));
    facts.add(new Fact(words.text("fact.published-on"), day(guide.publishedOn())));
    return facts;
  }

  private static List<Fact> notice(Notice notice, Messages words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.publisher"), notice.publisher()));
    facts.add(new Fact(words.text("fact.published-on"), day(notice.publishedOn())));
    return facts;
  }

  private static List<Fact> form(Form form, Messages words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("fact.department"), form.departmentName()));
    return facts;
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable String validity(Validity validity, Messages words) {
    return validity == Validity.UNSTATED ? null : words.text("validity." + validity.name());
  }

  private String source(Messages words) {
    return words.text(
        "fact.source.as-of",
        document.header().origin().source(),
        document.header().origin().asOf().toString());
  }

  private String version(Messages words) {
    return words.text(
        "fact.version.value",
        Integer.toString(document.header().revision()),
        release.publishedAt().atZone(zone).format(MINUTE));
  }
}
