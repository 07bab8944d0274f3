package org.openhall.office.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.Block;
import org.openhall.content.Block.Cell;

/** A table laid out: which cell covers each square. Refuses overlaps, gaps and overhang. */
final class Grid {
  private final List<List<Optional<Cell>>> squares = new ArrayList<>();

  private Grid(int rows) {
    for (int row = 0; row < rows; row++) {
      squares.add(new ArrayList<>());
    }
  }

  static Grid of(Block.Table table) {
    Grid grid = new Grid(table.rows().size());
    for (int row = 0; row < table.rows().size(); row++) {
      for (Cell cell : table.rows().get(row).cells()) {
        grid.put(row, cell);
      }
    }
    grid.requireFull(table.caption() + "");
    return grid;
  }

  /** Rows of squares; a cell that spans several stands in each of them. */
  List<List<Cell>> lines() {
    return squares.stream().map(line -> line.stream().map(Optional::orElseThrow).toList()).toList();
  }

  private void put(int row, Cell cell) {
    int column = 0;
    while (taken(row, column)) {
      column++;
    }
    for (int down = 0; down < cell.rowSpan(); down++) {
      for (int right = 0; right < cell.colSpan(); right++) {
        cover(row + down, column + right, cell);
      }
    }
  }

  private boolean taken(int row, int column) {
    return column < squares.get(row).size() && squares.get(row).get(column).isPresent();
  }

  private void cover(int row, int column, Cell cell) {
    if (row >= squares.size()) {
      throw new IllegalStateException("“" + cell.text() + "” hangs below the last row");
    }
    List<Optional<Cell>> line = squares.get(row);
    while (line.size() <= column) {
      line.add(Optional.empty());
    }
    if (line.set(column, Optional.of(cell)).isPresent()) {
      throw new IllegalStateException("“" + cell.text() + "” lies over another cell");
    }
  }

  private void requireFull(String caption) {
    int width = squares.getFirst().size();
    for (List<Optional<Cell>> line : squares) {
      if (line.size() != width || line.contains(Optional.<Cell>empty())) {
        throw new IllegalStateException(caption + ": row " + squares.indexOf(line) + " has a gap");
      }
    }
  }
}
