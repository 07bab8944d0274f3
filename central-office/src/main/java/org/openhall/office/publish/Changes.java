package org.openhall.office.publish;

import java.util.List;

/**
 * What a release changes, as a reviewer wants to see it.
 *
 * @param added records that were not there
 * @param changed records with another content
 * @param removed records that are gone
 * @param lines the first of them: {@code +}, {@code ~} or {@code -}, and the record's id
 */
public record Changes(long added, long changed, long removed, List<String> lines) {
  public Changes {
    lines = List.copyOf(lines);
  }
}
