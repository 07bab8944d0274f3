package org.openhall.kiosk.screen.guide;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/** The facts of a guide that are seen first, and of when and of which version they are. */
record GuideFacts(ServiceGuide guide, ReleaseInfo release, ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<Fact> in(Messages words) {
    return List.of(
        new Fact(words.text("fact.department"), guide.departmentName()),
        new Fact(words.text("fact.audience"), audience(words)),
        new Fact(words.text("fact.statutory-limit"), guide.statutoryLimit()),
        new Fact(words.text("fact.promised-limit"), guide.promisedLimit()),
        new Fact(words.text("fact.fee"), fee(words)),
        new Fact(words.text("fact.result"), guide.result()),
        new Fact(words.text("fact.source"), source(words)),
        new Fact(words.text("fact.version"), version(words)));
  }

  private @Nullable String audience(Messages words) {
    List<String> named =
        guide.audiences().stream().map(a -> words.text("audience." + a.name())).toList();
    return named.isEmpty() ? null : String.join(words.text("comma"), named);
  }

  /** Free of charge only where the source says so. */
  private @Nullable String fee(Messages words) {
    List<ServiceGuide.Fee> fees = guide.fees();
    return fees == null ? null : fee(fees, words);
  }

  private static String fee(List<ServiceGuide.Fee> fees, Messages words) {
    return switch (fees.size()) {
      case 0 -> words.text("guide.none.fees");
      case 1 -> fees.getFirst().standard();
      default -> words.text("fact.fee.several", fees.size());
    };
  }

  private String source(Messages words) {
    return words.text(
        "fact.source.as-of",
        guide.header().origin().source(),
        guide.header().origin().asOf().toString());
  }

  private String version(Messages words) {
    return words.text(
        "fact.version.value",
        Integer.toString(guide.header().revision()),
        release.publishedAt().atZone(zone).format(MINUTE));
  }
}
