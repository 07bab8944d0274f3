package org.openhall.kiosk.shell;

/** How the screen stands; every length in the program is in pixels of this canvas. */
public enum Orientation {
  PORTRAIT(1080, 1920),
  LANDSCAPE(1920, 1080);

  private final double width;
  private final double height;

  Orientation(double width, double height) {
    this.width = width;
    this.height = height;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /** The canvas that fits a window of the given size. */
  public static Orientation of(double windowWidth, double windowHeight) {
    return windowWidth > windowHeight ? LANDSCAPE : PORTRAIT;
  }
}
