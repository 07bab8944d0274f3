package org.openhall.office.table;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One row.
 *
 * @param number as the file's own program numbers it: from 1, the heading counted; the position in
 *     the array for JSON
 * @param cells as many as there are columns: texts, or for JSON what stands there; a missing one is
 *     null's node
 */
public record TableRow(int number, List<JsonNode> cells) {
  public TableRow {
    cells = List.copyOf(cells);
  }
}
