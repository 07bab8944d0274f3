package org.openhall.office.authored;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of an entry. {@code ^} stands for a square that belongs to the cell above, {@code <} for
 * one that belongs to the cell to the left; merged squares must make rectangles. Rows above the
 * line of dashes are headings.
 */
final class EntryTable {
  private static final Pattern DASHES = Pattern.compile("\\|?[-:| ]+\\|?");

  private final String name;
  private final int line;
  private final Problems problems;
  private final List<List<String>> squares = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int headings;

  /** The square at which a cell begins. */
  private record Place(int row, int column) {}

  EntryTable(String name, int line, Problems problems) {
    this.name = name;
    this.line = line;
    this.problems = problems;
  }

  ArrayNode read(List<String> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (headings == 0 && i > 0 && isDashes(rows.get(i))) {
        headings = squares.size();
      } else {
        add(EntryBody.cells(rows.get(i)), line + i);
      }
    }
    return rows();
  }

  private static boolean isDashes(String row) {
    return row.contains("-") && DASHES.matcher(row.strip()).matches();
  }

  private void add(List<String> cells, int at) {
    if (!squares.isEmpty() && cells.size() != squares.getFirst().size()) {
      problems.add(name, at, "table-columns", cells.size(), squares.getFirst().size());
    } else {
      squares.add(cells);
      lines.add(at);
    }
  }

  private ArrayNode rows() {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    Place[][] owners = owners();
    for (int row = 0; row < squares.size(); row++) {
      ArrayNode cells = rows.addObject().putArray("cells");
      for (int column = 0; column < squares.get(row).size(); column++) {
        Place here = new Place(row, column);
        if (here.equals(owners[row][column])) {
          write(cells.addObject(), here, owners);
        }
      }
    }
    return rows;
  }

  private Place[][] owners() {
    Place[][] owners = new Place[squares.size()][squares.getFirst().size()];
    for (int row = 0; row < owners.length; row++) {
      for (int column = 0; column < owners[row].length; column++) {
        owners[row][column] = owner(owners, row, column);
      }
    }
    return owners;
  }

  private Place owner(Place[][] owners, int row, int column) {
    String text = squares.get(row).get(column);
    if (text.equals("^") && row > 0) {
      return owners[row - 1][column];
    } else if (text.equals("<") && column > 0) {
      return owners[row][column - 1];
    } else if (text.equals("^") || text.equals("<")) {
      problems.add(name, lines.get(row), "table-edge", text);
    }
    return new Place(row, column);
  }

  private void write(ObjectNode cell, Place at, Place[][] owners) {
    int height = 1;
    while (at.row() + height < owners.length && at.equals(owners[at.row() + height][at.column()])) {
      height++;
    }
    int width = 1;
    while (at.column() + width < owners[at.row()].length
        && at.equals(owners[at.row()][at.column() + width])) {
      width++;
    }
    cell.put("text", squares.get(at.row()).get(at.column()));
    cell.put("rowSpan", height).put("colSpan", width).put("header", at.row() < headings);
    if (squaresOf(at, owners) != (long) height * width) {
      problems.add(name, lines.get(at.row()), "table-shape", cell.path("text").asString());
    }
  }

  /** All squares that belong to a cell, whether they make a rectangle or not. */
  private static long squaresOf(Place at, Place[][] owners) {
    long squares = 0;
    for (Place[] row : owners) {
      for (Place owner : row) {
        squares += at.equals(owner) ? 1 : 0;
      }
    }
    return squares;
  }
}
