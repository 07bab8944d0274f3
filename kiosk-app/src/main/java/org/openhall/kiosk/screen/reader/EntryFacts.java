package org.openhall.kiosk.screen.reader;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/** The facts that stand over an entry's text, in the order of the official pages. */
record EntryFacts(DisclosureEntry entry, ReleaseInfo release, ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<Fact> in(Messages words) {
    return List.of(
        new Fact(words.text("fact.index-number"), entry.indexNumber()),
        new Fact(words.text("fact.document-number"), entry.documentNumber()),
        new Fact(words.text("fact.publisher"), entry.publisher()),
        new Fact(words.text("fact.written-on"), day(entry.writtenOn())),
        new Fact(words.text("fact.published-on"), day(entry.publishedOn())),
        new Fact(words.text("fact.validity"), validity(words)),
        new Fact(words.text("fact.source"), source(words)),
        new Fact(words.text("fact.version"), version(words)));
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private @Nullable String validity(Messages words) {
    return switch (entry.validity()) {
      case UNSTATED -> null;
      case IN_FORCE -> words.text("validity.in-force");
      case EXPIRED -> words.text("validity.expired");
      case ABOLISHED -> words.text("validity.abolished");
    };
  }

  private String source(Messages words) {
    return words.text(
        "fact.source.as-of",
        entry.header().origin().source(),
        entry.header().origin().asOf().toString());
  }

  private String version(Messages words) {
    return words.text(
        "fact.version.value",
        Integer.toString(entry.header().revision()),
        release.publishedAt().atZone(zone).format(MINUTE));
  }
}
