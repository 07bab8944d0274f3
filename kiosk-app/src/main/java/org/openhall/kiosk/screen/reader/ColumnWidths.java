package org.openhall.kiosk.screen.reader;

import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are drawn. */
final class ColumnWidths {
  /** Pixels of one em of a table's text. */
  private static final double EM = 30;

  /** Pixels left and right of a cell's text, and its border. */
  private static final double PADDING = 18;

  /** No column is narrower: two characters. */
  static final double LEAST = 2 * EM + PADDING;

  private ColumnWidths() {}

  /**
   * Whole pixels of each column. Together they fill the page; where even the narrowest columns are
   * wider than the page, those. Where room is short, columns of long texts get most of it: figures
   * need little.
   *
   * @param ems what each column would like, see {@link TableGrid#columnEms}
   * @param page pixels at hand
   */
  static double[] fill(List<Double> ems, double page) {
    double[] liked = ems.stream().mapToDouble(em -> em * EM + PADDING).toArray();
    double sum = Arrays.stream(liked).sum();
    return sum <= page ? stretched(liked, page / sum) : squeezed(liked, page);
  }

  private static double[] stretched(double[] liked, double factor) {
    return Arrays.stream(liked).map(width -> Math.floor(width * factor)).toArray();
  }

  private static double[] squeezed(double[] liked, double page) {
    double spare = Math.max(0, page - LEAST * liked.length);
    double demand = Arrays.stream(liked).map(ColumnWidths::demand).sum();
    return Arrays.stream(liked)
        .map(width -> Math.floor(LEAST + spare * demand(width) / Math.max(1, demand)))
        .toArray();
  }

  private static double demand(double liked) {
    double above = Math.max(0, liked - LEAST);
    return above * above;
  }
}
