package org.openhall.content.store;

import java.util.List;

/**
 * The first hits of a search, best first.
 *
 * @param count how many there are
 * @param countIsLowerBound true if there are more than {@code count}, shown as {@code 500+}
 */
public record SearchResult(List<Hit> hits, long count, boolean countIsLowerBound) {
  /** Nothing found. */
  static final SearchResult NONE = new SearchResult(List.of(), 0, false);

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
