package org.openhall.kiosk.screen.reader;

import java.util.List;

/** How wide the columns of a table are drawn. */
final class ColumnWidths {
  /** Pixels of one em of a table's text. */
  private static final double EM = 30;

  /** Pixels left and right of a cell's text, and its border. */
  private static final double PADDING = 28;

  /** No column is narrower: two characters. */
  static final double LEAST = 2 * EM + PADDING;

  private ColumnWidths() {}

  /**
   * Pixels of each column. Together they fill the page; where even the narrowest columns are wider
   * than the page, those.
   *
   * @param ems what each column would like, see {@link TableGrid#columnEms}
   * @param page pixels at hand
   */
  static double[] fill(List<Double> ems, double page) {
    double[] widths = ems.stream().mapToDouble(em -> em * EM + PADDING).toArray();
    double liked = 0;
    for (double width : widths) {
      liked += width;
    }
    double narrowest = LEAST * widths.length;
    double spare = Math.max(0, page - narrowest);
    for (int column = 0; column < widths.length; column++) {
      widths[column] =
          liked <= page
              ? widths[column] * page / liked
              : LEAST + spare * (widths[column] - LEAST) / Math.max(1, liked - narrowest);
    }
    return widths;
  }
}
