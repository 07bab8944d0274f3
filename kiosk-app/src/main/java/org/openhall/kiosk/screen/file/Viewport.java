package org.openhall.kiosk.screen.file;

import org.openhall.kiosk.file.PageSize;
import org.openhall.kiosk.file.Tile;

/**
 * What of a page is seen.
 *
 * @param width pixels of the place where it is seen, 1 and up
 * @param height the same, downwards
 * @param page the page's own size
 * @param scale pixels per unit of that size
 * @param x pixels of the magnified page that are left of the place; negative where it is narrower
 * @param y pixels above the place; negative where it is lower
 */
record Viewport(double width, double height, PageSize page, double scale, double x, double y) {
  private static final double CLOSEST = 6;

  /** A page as wide as the place, from its top. */
  static Viewport fitWidth(double width, double height, PageSize page) {
    return new Viewport(width, height, page, width / page.width(), 0, 0).placed();
  }

  /** The whole of a page. */
  static Viewport fitPage(double width, double height, PageSize page) {
    return new Viewport(width, height, page, whole(width, height, page), 0, 0).placed();
  }

  /** The same place with another page, from its top, as large as this one is seen. */
  Viewport turnedTo(PageSize next) {
    double kept = scale * page.width() / next.width();
    return new Viewport(width, height, next, within(kept, next), x, 0).placed();
  }

  /** The same page, as much of it as before in the width, in a place of another size. */
  Viewport resized(double newWidth, double newHeight) {
    double grown = scale * newWidth / width;
    return new Viewport(newWidth, newHeight, page, grown, x * newWidth / width, y).placed();
  }

  /** Magnified by this factor around the middle of the place. */
  Viewport magnified(double factor) {
    double to = within(scale * factor, page);
    double ratio = to / scale;
    double left = (x + width / 2) * ratio - width / 2;
    double top = (y + height / 2) * ratio - height / 2;
    return new Viewport(width, height, page, to, left, top).placed();
  }

  /** Moved by pixels; never farther than the page reaches. */
  Viewport moved(double right, double down) {
    return new Viewport(width, height, page, scale, x + right, y + down).placed();
  }

  boolean canMagnify() {
    return scale < closest(page) * 0.999;
  }

  boolean canDiminish() {
    return scale > whole(width, height, page) * 1.001;
  }

  /** How large the page is seen, in percent of what fits the width. */
  int percent() {
    return (int) Math.round(100 * scale * page.width() / width);
  }

  /** What is to be drawn for this view: the part of the page that is seen. */
  Tile tile(int number) {
    int left = (int) Math.max(0, Math.floor(x));
    int top = (int) Math.max(0, Math.floor(y));
    double right = Math.min(page.width() * scale, x + width);
    double bottom = Math.min(page.height() * scale, y + height);
    int wide = (int) Math.max(1, Math.ceil(right - left));
    int high = (int) Math.max(1, Math.ceil(bottom - top));
    return new Tile(number, scale, left, top, wide, high);
  }

  private double within(double wished, PageSize size) {
    return Math.clamp(wished, whole(width, height, size), closest(size));
  }

  private double closest(PageSize size) {
    return Math.max(whole(width, height, size), CLOSEST * width / size.width());
  }

  private static double whole(double width, double height, PageSize page) {
    return Math.min(width / page.width(), height / page.height());
  }

  /** A page smaller than the place stands in its middle, any other leaves no gap. */
  private Viewport placed() {
    double left = placed(x, page.width() * scale, width);
    double top = placed(y, page.height() * scale, height);
    return new Viewport(width, height, page, scale, left, top);
  }

  private static double placed(double offset, double length, double room) {
    return length <= room ? (length - room) / 2 : Math.clamp(offset, 0, length - room);
  }
}
