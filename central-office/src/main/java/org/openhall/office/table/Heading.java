package org.openhall.office.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The row that names the columns. Offices like to write a title over it, often in merged cells: the
 * heading is the first row with at least two cells.
 *
 * @param names each once; a column without a name is called by its place
 */
record Heading(List<String> names) {

  static boolean isHeading(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).count() >= 2;
  }

  static Heading of(List<String> cells) throws BadTableException {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isBlank()) {
      last--;
    }
    if (last > TableFile.MOST_COLUMNS) {
      throw new BadTableException("columns", last, TableFile.MOST_COLUMNS);
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < last; i++) {
      String name = cells.get(i).replaceAll("[\\s\\u3000\\u200B\\uFEFF]+", " ").strip();
      String base = name.isEmpty() ? "#" + (i + 1) : name;
      String unique = base;
      for (int n = 2; !seen.add(unique); n++) {
        unique = base + " (" + n + ")";
      }
      names.add(unique);
    }
    return new Heading(List.copyOf(names));
  }

  /** The cells of a row under the columns; what stands beyond them is an error of the row. */
  List<JsonNode> under(List<String> cells) {
    List<JsonNode> row = new ArrayList<>(Collections.nCopies(names.size(), text("")));
    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
      row.set(i, text(cells.get(i)));
    }
    return row;
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }
}
