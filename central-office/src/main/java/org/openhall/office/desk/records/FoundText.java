package org.openhall.office.desk.records;

import java.util.Locale;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.text.Messages;

/**
 * A finding of the linter in words.
 *
 * @param severity {@code error}, {@code warning} or {@code notice}
 * @param record id of the record
 * @param title of the record
 * @param field path of the field, or empty
 * @param name of the rule
 * @param sentence what is the matter
 * @param source law and clause, or standard
 */
public record FoundText(
    String severity,
    String record,
    String title,
    String field,
    String name,
    String sentence,
    String source) {

  static FoundText of(LintFinding finding, Locale locale) {
    Messages messages = Messages.of(locale.toLanguageTag());
    String key = "lint." + finding.rule().code();
    return new FoundText(
        finding.severity().code(),
        finding.subject().id(),
        finding.subject().title(),
        finding.field(),
        messages.text(key + ".name"),
        finding.sentence(messages),
        messages.text(key + ".source"));
  }
}
