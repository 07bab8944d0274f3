package org.openhall.office.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A version of a record that the catalogue holds or held.
 *
 * @param revision its revision
 * @param asOf day of that revision: ISO 8601
 * @param isPresent whether the catalogue holds it now
 * @param release number of the present release where that has just this version, or null
 * @param proposal number of the proposal that brought it; null for what was imported
 * @param author id of the proposal's author, or null
 * @param reviewer id of who approved it, or null
 */
public record RecordVersion(
    int revision,
    String asOf,
    boolean isPresent,
    @Nullable Long release,
    @Nullable Long proposal,
    @Nullable String author,
    @Nullable String reviewer) {
  /** Whether the present release has just this version. */
  public boolean isReleased() {
    return release != null;
  }
}
