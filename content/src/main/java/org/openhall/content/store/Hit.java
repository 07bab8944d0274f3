package org.openhall.content.store;

import org.jspecify.annotations.Nullable;

/**
 * One result of a search.
 *
 * @param subtitle publisher and date, joined by {@code " · "}, or null if both are missing
 * @param excerpt the text around the hit, for {@link Where#TEXT}; otherwise null
 * @param sample true for the authored sample
 */
public record Hit(
    String id,
    Kind kind,
    String title,
    @Nullable String subtitle,
    @Nullable String excerpt,
    Where where,
    boolean sample) {

  /** What was found. */
  public enum Kind {
    GUIDE,
    NOTICE,
    ENTRY,
    DEPARTMENT,
    STAFF,
    FORM,
    DISCLOSURE_GUIDE,
    REPORT
  }

  /** Where the words stand. */
  public enum Where {
    /** In the title, an alias or a number. */
    TITLE,
    /** In the text. */
    TEXT
  }
}
