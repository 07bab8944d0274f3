package org.openhall.office.lint;

import org.jspecify.annotations.Nullable;

/** Takes what is wrong with one record. */
@FunctionalInterface
interface Complaints {
  /**
   * Takes one thing.
   *
   * @param field its path; empty for the whole record
   * @param arguments values for the rule's sentence
   */
  void add(Rule rule, String field, @Nullable Object... arguments);
}
