package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Which rows of a long list are seen, and where. It holds on to the first row seen, so that rows
 * elsewhere need no height until they come near.
 */
final class RowWindow {
  private final IntToDoubleFunction heights;
  private int count;
  private double viewport;
  private int first;
  private double hidden;

  /**
   * An empty list.
   *
   * @param heights the height of a row; asked only for rows in or beside the window
   */
  RowWindow(IntToDoubleFunction heights) {
    this.heights = heights;
  }

  /** A row that is seen, and its top in pixels from the window's top. */
  record Placed(int row, double y, double height) {}

  /** There are this many rows; the first row seen stays where it can. */
  void setCount(int rows) {
    count = rows;
    if (first >= rows) {
      first = Math.max(0, rows - 1);
      hidden = 0;
    }
  }

  /** The window is this high. */
  void setViewport(double height) {
    viewport = height;
  }

  /** The first row of which something is seen. */
  int first() {
    return first;
  }

  /** Puts a row at the top, or as near to it as the end allows. */
  void showAtTop(int row) {
    first = Math.clamp(row, 0, Math.max(0, count - 1));
    hidden = 0;
  }

  /** Moves by pixels, positive towards the end; gives the distance really moved. */
  double moveBy(double distance) {
    if (count == 0) {
      return 0;
    }
    hidden += distance;
    double excess = settle();
    return distance + excess;
  }

  /** The rows that are seen, from the top. */
  List<Placed> placed() {
    List<Placed> rows = new ArrayList<>();
    if (count == 0) {
      return rows;
    }
    settle();
    double y = 0 - hidden;
    for (int row = first; row < count && y < viewport; row++) {
      double height = heights.applyAsDouble(row);
      rows.add(new Placed(row, y, height));
      y += height;
    }
    return rows;
  }

  /** Brings the position back within the list; gives what had to be added to it at an end. */
  private double settle() {
    normalise();
    double added = 0;
    double gap = gapBelow();
    if (gap > 0) {
      hidden -= gap;
      added -= gap;
      normalise();
    }
    if (hidden < 0) {
      added -= hidden;
      hidden = 0;
    }
    return added;
  }

  private void normalise() {
    while (hidden < 0 && first > 0) {
      first--;
      hidden += heights.applyAsDouble(first);
    }
    while (first < count - 1 && hidden >= heights.applyAsDouble(first)) {
      hidden -= heights.applyAsDouble(first);
      first++;
    }
  }

  private double gapBelow() {
    double y = 0 - hidden;
    for (int row = first; row < count && y < viewport; row++) {
      y += heights.applyAsDouble(row);
    }
    return viewport - y;
  }
}
