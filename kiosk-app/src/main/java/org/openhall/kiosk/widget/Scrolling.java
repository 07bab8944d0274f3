package org.openhall.kiosk.widget;

/** What shows a part of something longer. */
public interface Scrolling {
  /**
   * Moves what is seen.
   *
   * @param distance in pixels, positive towards the end
   * @return the distance really moved, less where an end was reached
   */
  double scrollBy(double distance);
}
