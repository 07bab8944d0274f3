package org.openhall.office.publish;

import java.util.List;
import java.util.NavigableMap;
import org.openhall.office.publish.ReleaseStates.Change;

/**
 * What a release changes, as a reviewer wants to see it.
 *
 * @param added records that were not there
 * @param changed records with another content
 * @param removed records that are gone
 * @param lines the first of them: {@code +}, {@code ~} or {@code -}, and the record's id
 */
public record Changes(long added, long changed, long removed, List<String> lines) {
  private static final int LINES = 30;

  public Changes {
    lines = List.copyOf(lines);
  }

  static Changes of(NavigableMap<String, Change> changes) {
    List<String> lines =
        changes.entrySet().stream()
            .limit(LINES)
            .map(e -> e.getValue().mark() + " " + e.getKey())
            .toList();
    return new Changes(count(changes, '+'), count(changes, '~'), count(changes, '-'), lines);
  }

  private static long count(NavigableMap<String, Change> changes, char mark) {
    return changes.values().stream().filter(change -> change.mark() == mark).count();
  }
}
