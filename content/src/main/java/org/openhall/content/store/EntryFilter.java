package org.openhall.content.store;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the disclosure directory to list; null means any.
 *
 * @param categoryId a catalogue node; all nodes below it count too
 * @param departmentName 发布机构
 * @param year year of publication, or of writing where that is missing
 */
public record EntryFilter(
    @Nullable String categoryId, @Nullable String departmentName, @Nullable Integer year) {
  /** Every entry. */
  public static final EntryFilter ALL = new EntryFilter(null, null, null);
}
