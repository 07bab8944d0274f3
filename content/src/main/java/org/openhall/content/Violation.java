package org.openhall.content;

/**
 * One published limit that a record breaks.
 *
 * @param recordId id of the record
 * @param field path of the field, e.g. {@code materials[2].name}
 * @param rule the limit's name, e.g. {@code longest}, {@code control-character}
 * @param actual the value found (a length in code points, a count, a code point)
 * @param limit the limit, or 0 where there is none to name
 */
public record Violation(String recordId, String field, String rule, long actual, long limit) {
  /** The violation as a sentence for an import report. */
  public String sentence() {
    return "%s: %s breaks the rule %s (%d, limit %d)"
        .formatted(recordId, field, rule, actual, limit);
  }
}
