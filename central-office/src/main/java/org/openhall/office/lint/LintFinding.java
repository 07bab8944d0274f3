package org.openhall.office.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openhall.office.text.Messages;
import org.openhall.repository.metadata.Sha256;

/**
 * One thing found in one record. Numbers of persons are masked in it, so that a list of findings
 * may lie about.
 *
 * @param rule which rule
 * @param severity how much it matters for a record of this origin
 * @param subject the record
 * @param field path of the field, e.g. {@code body[3].text}; empty for the whole record
 * @param arguments values for the rule's sentence, in its order
 */
public record LintFinding(
    Rule rule, Severity severity, Subject subject, String field, List<String> arguments) {
  private static final int KEY_LENGTH = 10;

  /**
   * A record as its editors know it.
   *
   * @param id its id
   * @param title its title or name, long numbers in it masked
   * @param department whose it is: the department or the publisher, else the source
   * @param departmentId id of the owning department, or empty
   * @param isImported whether it comes from another source than the office itself
   */
  public record Subject(
      String id, String title, String department, String departmentId, boolean isImported) {}

  public LintFinding {
    arguments = List.copyOf(arguments);
  }

  /** What is the matter, in words; fields that are missing are called what people call them. */
  public String sentence(Messages messages) {
    String key = "lint." + rule.code();
    return rule.namesFields()
        ? messages.text(key, named(messages))
        : messages.text(key, arguments.toArray());
  }

  private String named(Messages messages) {
    return Arrays.stream(field.split(" ", -1))
        .map(name -> messages.textOr("field." + name, name))
        .collect(Collectors.joining(messages.text("lint.separator")));
  }

  /**
   * Names this finding as long as rule, record, field and what was found stay the same: 10 hex
   * digits.
   */
  public String key() {
    String said = String.join("\n", rule.code(), subject.id(), field, String.join("\n", arguments));
    return Sha256.hex(said.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_LENGTH);
  }
}
