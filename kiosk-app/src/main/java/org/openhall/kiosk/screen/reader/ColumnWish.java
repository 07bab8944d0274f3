package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How wide a column would be, in ems of its text, padding apart.
 *
 * @param least narrower, it is hard to read: a figure would break, a text become a tower
 * @param liked as wide as its cells would like, up to {@link #MOST}
 */
record ColumnWish(double least, double liked) {
  /** No column asks for less: two characters. */
  static final double LEAST = 2;

  /** No column asks for more; longer texts break into lines. */
  static final double MOST = 12;

  private static final double LONGEST_FIGURE = 10;
  private static final double COMFORTABLE = 6;
  private static final double LINES_OF_A_ROW = 4;
  private static final String OPENING = "（《〈“〔【";
  private static final String CLOSING = "）》〉”〕】、，。；：";

  /**
   * The wishes of a table's columns. A cell over several columns asks for more only where they are
   * not wide enough for it already.
   */
  static List<ColumnWish> of(TableGrid grid) {
    double[] least = new double[grid.columns()];
    double[] liked = new double[grid.columns()];
    Arrays.fill(least, LEAST);
    Arrays.fill(liked, LEAST);
    List<TableGrid.Placed> narrowFirst = new ArrayList<>(grid.cells());
    narrowFirst.sort(Comparator.comparingInt(TableGrid.Placed::columnSpan));
    for (TableGrid.Placed cell : narrowFirst) {
      raise(least, cell, leastOf(cell));
      raise(liked, cell, Math.max(leastOf(cell), Math.min(MOST, ems(cell.cell().text()))));
    }
    List<ColumnWish> wishes = new ArrayList<>();
    for (int column = 0; column < least.length; column++) {
      wishes.add(new ColumnWish(least[column], Math.max(least[column], liked[column])));
    }
    return wishes;
  }

  private static void raise(double[] widths, TableGrid.Placed cell, double wanted) {
    int end = cell.column() + cell.columnSpan();
    double there = 0;
    for (int column = cell.column(); column < end; column++) {
      there += widths[column];
    }
    double lacking = Math.max(0, wanted - there) / cell.columnSpan();
    for (int column = cell.column(); column < end; column++) {
      widths[column] += lacking;
    }
  }

  private static double leastOf(TableGrid.Placed cell) {
    String text = cell.cell().text();
    double lines = LINES_OF_A_ROW * cell.rowSpan();
    double comfortable = Math.min(COMFORTABLE, ems(text) / lines);
    return Math.max(comfortable, Math.min(LONGEST_FIGURE, longestRun(text)));
  }

  /** Width of the longest run that no line break may cut: a figure, a Latin word, （一）. */
  private static double longestRun(String text) {
    double longest = 0;
    double run = 0;
    int before = ' ';
    for (int c : text.codePoints().toArray()) {
      run = joined(before, c) ? run + ems(c) : ems(c);
      longest = Math.max(longest, run);
      before = c;
    }
    return longest;
  }

  private static boolean joined(int before, int c) {
    boolean word = before > ' ' && before < 0x2E80 && c > ' ' && c < 0x2E80;
    return word || OPENING.indexOf(before) >= 0 || CLOSING.indexOf(c) >= 0;
  }

  /** Width of a text in ems: a Hanzi is one, what stands in ASCII little more than half. */
  private static double ems(String text) {
    return text.codePoints().mapToDouble(ColumnWish::ems).sum();
  }

  private static double ems(int c) {
    return c < 0x2E80 ? 0.6 : 1;
  }
}
