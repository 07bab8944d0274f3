package org.openhall.office.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with a table as a whole. */
final class TableGrid {
  private final ObjectNode table;

  TableGrid(ObjectNode table) {
    this.table = table;
  }

  private ArrayNode rows() {
    return table.withArray("rows");
  }

  /** Whether cells go over several rows or columns; then columns are not added or removed. */
  boolean hasSpans() {
    return rows()
        .valueStream()
        .flatMap(row -> row.path("cells").valueStream())
        .anyMatch(cell -> cell.path("rowSpan").asInt(1) > 1 || cell.path("colSpan").asInt(1) > 1);
  }

  private int width() {
    return rows().valueStream().mapToInt(row -> row.path("cells").size()).max().orElse(1);
  }

  void addRow() {
    int width = width();
    ArrayNode cells = rows().addObject().putArray("cells");
    for (int i = 0; i < width; i++) {
      cells.addObject().put("text", "");
    }
  }

  void addColumn() {
    for (JsonNode row : rows()) {
      ArrayNode cells = ((ObjectNode) row).withArray("cells");
      ObjectNode cell = cells.addObject().put("text", "");
      if (cells.path(0).path("header").asBoolean(false)
          && cells.valueStream().limit(cells.size() - 1L).allMatch(TableGrid::isHead)) {
        cell.put("header", true);
      }
    }
  }

  private static boolean isHead(JsonNode cell) {
    return cell.path("header").asBoolean(false);
  }

  void removeColumn(int column) {
    for (JsonNode row : rows()) {
      ArrayNode cells = ((ObjectNode) row).withArray("cells");
      if (column < cells.size() && cells.size() > 1) {
        cells.remove(column);
      }
    }
  }

  /** Makes the first row a heading, or no more. */
  void toggleHead() {
    JsonNode cells = rows().path(0).path("cells");
    boolean wanted = !cells.valueStream().allMatch(TableGrid::isHead);
    cells.forEach(cell -> head((ObjectNode) cell, wanted));
  }

  private static void head(ObjectNode cell, boolean wanted) {
    if (wanted) {
      cell.put("header", true);
    } else {
      cell.remove("header");
    }
  }

  /**
   * Takes what was copied from a spreadsheet: rows by lines, cells by tabs, the first a heading.
   */
  void paste(String text) {
    List<List<String>> grid = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        grid.add(Arrays.stream(line.split("\t", -1)).map(String::strip).toList());
      }
    }
    int width = grid.stream().mapToInt(List::size).max().orElse(0);
    ArrayNode rows = table.putArray("rows");
    for (List<String> line : grid) {
      ArrayNode cells = rows.addObject().putArray("cells");
      for (int i = 0; i < width; i++) {
        ObjectNode cell = cells.addObject().put("text", i < line.size() ? line.get(i) : "");
        if (rows.size() == 1) {
          cell.put("header", true);
        }
      }
    }
  }
}
