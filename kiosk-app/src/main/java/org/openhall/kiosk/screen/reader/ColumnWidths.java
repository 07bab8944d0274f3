package org.openhall.kiosk.screen.reader;

import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are drawn. */
final class ColumnWidths {
  /** Pixels of one em of a table's text. */
  private static final double EM = 30;

  /** Pixels left and right of a cell's text, and its border. */
  private static final double PADDING = 18;

  private ColumnWidths() {}

  /**
   * Whole pixels of each column. Together they fill the page; where even the least widths are wider
   * than the page, those. Where room is short, columns of long texts get most of what is left.
   *
   * @param wishes what each column would like
   * @param page pixels at hand
   */
  static double[] fill(List<ColumnWish> wishes, double page) {
    double[] liked = wishes.stream().mapToDouble(wish -> pixels(wish.liked())).toArray();
    double sum = Arrays.stream(liked).sum();
    return sum <= page ? stretched(liked, page / sum) : squeezed(wishes, page);
  }

  /** Pixels of a column, its padding included. */
  static double pixels(double ems) {
    return Math.ceil(ems * EM) + PADDING;
  }

  private static double[] stretched(double[] liked, double factor) {
    return Arrays.stream(liked).map(width -> Math.floor(width * factor)).toArray();
  }

  private static double[] squeezed(List<ColumnWish> wishes, double page) {
    double least = wishes.stream().mapToDouble(wish -> pixels(wish.least())).sum();
    double spare = Math.max(0, page - least);
    double demand = Math.max(1, wishes.stream().mapToDouble(ColumnWidths::demand).sum());
    return wishes.stream()
        .mapToDouble(wish -> Math.floor(pixels(wish.least()) + spare * demand(wish) / demand))
        .toArray();
  }

  private static double demand(ColumnWish wish) {
    double above = pixels(wish.liked()) - pixels(wish.least());
    return above * above;
  }
}
