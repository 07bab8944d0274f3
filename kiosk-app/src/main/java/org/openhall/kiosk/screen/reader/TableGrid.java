package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openhall.content.Block;

/**
 * A table laid on a grid: where each cell stands once the row and column spans of those before it
 * are counted, by the rules of HTML. A span that reaches below the last row ends there.
 *
 * @param rows number of rows
 * @param columns number of columns, as wide as the widest row
 * @param cells from top to bottom, then left to right
 */
record TableGrid(int rows, int columns, List<Placed> cells) {

  TableGrid {
    cells = List.copyOf(cells);
  }

  /** A cell at its place, zero-based; its spans never leave the grid. */
  record Placed(int row, int column, int rowSpan, int columnSpan, Block.Cell cell) {
    int rowEnd() {
      return row + rowSpan;
    }
  }

  static TableGrid of(Block.Table table) {
    int rows = table.rows().size();
    List<BitSet> taken = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      taken.add(new BitSet());
    }
    List<Placed> placed = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (Block.Cell cell : table.rows().get(row).cells()) {
        placed.add(place(cell, row, taken));
      }
    }
    int columns = taken.stream().mapToInt(BitSet::length).max().orElse(0);
    return new TableGrid(rows, columns, placed);
  }

  private static Placed place(Block.Cell cell, int row, List<BitSet> taken) {
    int column = taken.get(row).nextClearBit(0);
    int columnSpan = Math.max(1, cell.colSpan());
    int rowSpan = Math.clamp(cell.rowSpan(), 1, taken.size() - row);
    for (int covered = row; covered < row + rowSpan; covered++) {
      taken.get(covered).set(column, column + columnSpan);
    }
    return new Placed(row, column, rowSpan, columnSpan, cell);
  }

  /**
   * Cuts the table into bands of about {@code rowsPerBand} rows so that a long one is drawn bit by
   * bit. No cell is cut: a band ends only where no row span crosses.
   */
  List<TableGrid> bands(int rowsPerBand) {
    List<TableGrid> bands = new ArrayList<>();
    int from = 0;
    for (int cut : cuts()) {
      if (cut - from >= rowsPerBand || cut == rows) {
        bands.add(between(from, cut));
        from = cut;
      }
    }
    return bands;
  }

  /** The row boundaries that no cell crosses, ascending; the last is the number of rows. */
  private List<Integer> cuts() {
    int[] reach = new int[rows];
    for (Placed cell : cells) {
      reach[cell.row()] = Math.max(reach[cell.row()], cell.rowEnd());
    }
    List<Integer> cuts = new ArrayList<>();
    int furthest = 0;
    for (int row = 0; row < rows; row++) {
      furthest = Math.max(Math.max(furthest, reach[row]), row + 1);
      if (furthest == row + 1) {
        cuts.add(row + 1);
      }
    }
    return cuts;
  }

  private TableGrid between(int from, int to) {
    List<Placed> inside = new ArrayList<>();
    for (Placed c : cells) {
      if (c.row() >= from && c.row() < to) {
        inside.add(new Placed(c.row() - from, c.column(), c.rowSpan(), c.columnSpan(), c.cell()));
      }
    }
    return new TableGrid(to - from, columns, inside);
  }
}
