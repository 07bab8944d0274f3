package org.openhall.office.lint;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordTexts;
import org.openhall.office.lint.PersonalNumbers.Place;

/** What a record says of persons that it must not, and marks of secrecy: in every text of it. */
final class Persons {
  /** Of one record and rule: a list of a village has thousands, and one says enough. */
  private static final int MOST = 20;

  private static final Set<String> CONTACTS =
      Set.of("phone", "fax", "consultation", "complaint", "email", "web", "website");
  private static final Set<String> CODES =
      Set.of(
          "itemCode",
          "itemTypeCode",
          "catalogCode",
          "handlingItemCode",
          "indexNumber",
          "code",
          "documentNumber",
          "number",
          "postcode",
          "formId",
          "windowId",
          "categoryId",
          "mediaType");
  private static final Set<String> NOT_READ = Set.of("sha256", "sourceUrl", "url");

  /** As documents bear it: 机密★10年; and what internal prints say of themselves. */
  private static final Pattern SECRECY =
      Pattern.compile("(绝密|机密|秘密)\\s*[★☆]|内部(资料|文件)[，,：:　 ]*(注意保存|严禁外传|不得外传|请勿外传)");

  private final PersonalNumbers numbers;

  Persons(LocalDate today) {
    this.numbers = new PersonalNumbers(today);
  }

  void check(ContentRecord record, Complaints complaints) {
    Once once = new Once(complaints);
    boolean[] masked = {false};
    RecordTexts.forEach(
        record,
        (path, name, text, heading) -> {
          if (!NOT_READ.contains(name)) {
            masked[0] |=
                text(text, place(name), heading, (rule, shown) -> once.add(rule, path, shown));
          }
        });
    if (masked[0] && record.header().effectiveUntil() == null) {
      complaints.add(Rule.PERSONS_WITHOUT_END, "");
    }
  }

  /** Takes a rule and what breaks it, as it may be shown. */
  @FunctionalInterface
  interface Found {
    void add(Rule rule, String shown);
  }

  /** Looks through one text; true if it holds masked numbers of citizens. */
  boolean text(String text, Place place, String heading, Found found) {
    DigitRun.forEach(
        text,
        run ->
            numbers
                .rule(run, place, heading)
                .ifPresent(
                    rule -> found.add(rule, Excerpt.of(run.text(), run.start(), run.end()))));
    boolean[] masked = {false};
    MaskedId.forEach(
        text,
        id -> {
          masked[0] = true;
          if (id.isWeak()) {
            found.add(Rule.WEAK_MASK, Excerpt.of(text, id.start(), id.end()));
          }
        });
    if (text.indexOf('密') >= 0 || text.indexOf('内') >= 0) {
      Matcher mark = SECRECY.matcher(text);
      if (mark.find()) {
        found.add(Rule.SECRECY_MARK, mark.group());
      }
    }
    return masked[0];
  }

  private static Place place(String name) {
    if (CONTACTS.contains(name)) {
      return Place.CONTACT;
    }
    if (name.equals("cells")) {
      return Place.CELL;
    }
    return CODES.contains(name) ? Place.CODE : Place.TEXT;
  }

  /** Passes on what is new for the record, and not too much of one kind. */
  private static final class Once {
    private final Complaints complaints;
    private final Set<String> said = new HashSet<>();

    Once(Complaints complaints) {
      this.complaints = complaints;
    }

    void add(Rule rule, CharSequence path, String shown) {
      long ofRule = said.stream().filter(s -> s.startsWith(rule.code() + " ")).count();
      if (ofRule < MOST && said.add(String.format(Locale.ROOT, "%s %s", rule.code(), shown))) {
        complaints.add(rule, path.toString(), shown);
      }
    }
  }
}
