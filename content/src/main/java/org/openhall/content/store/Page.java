package org.openhall.content.store;

import java.util.List;

/**
 * A stretch of a list.
 *
 * @param rows its rows
 * @param total rows of the whole list
 */
public record Page<T>(List<T> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }
}
