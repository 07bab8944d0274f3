package org.openhall.kiosk.widget;

import javafx.scene.layout.Region;

/**
 * The thin mark at the right edge that shows which part of the whole is seen; not to be dragged.
 */
final class ScrollMark extends Region {
  private static final double WIDTH = 8;
  private static final double SHORTEST = 80;

  ScrollMark() {
    getStyleClass().add("scroll-mark");
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Draws the mark, or hides it where all is seen.
   *
   * @param offset what lies above the window, in the unit of {@code whole}
   * @param whole the length of the whole; the window shows {@code height} of it
   */
  void show(double width, double height, double offset, double whole) {
    setVisible(whole > height + 1);
    double length = Math.min(height, Math.max(SHORTEST, height * height / Math.max(whole, 1)));
    double room = Math.max(1, whole - height);
    double y = (height - length) * Math.clamp(offset / room, 0, 1);
    resizeRelocate(width - WIDTH - 2, y, WIDTH, length);
    toFront();
  }
}
