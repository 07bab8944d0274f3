package org.openhall.content.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first hits of a search, best first.
 *
 * @param count how many there are
 * @param countIsLowerBound true if there may be more than {@code count}, shown as {@code 500+}
 * @param readAs what was searched for instead, because what was typed found little; null if it was
 *     searched for as it stands
 * @param marks the words to mark in the hits, parted by spaces
 */
public record SearchResult(
    List<Hit> hits, long count, boolean countIsLowerBound, @Nullable String readAs, String marks) {
  /** Nothing found. */
  public static final SearchResult NONE = new SearchResult(List.of(), 0, false, null, "");

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
