package org.openhall.simulator.panel;

import java.awt.Rectangle;

/** How much room there is: how large letters and buttons are. */
enum Density {
  ROOMY(36, 12, 15),
  COMPACT(27, 8, 13);

  private static final int ROOMY_BESIDE = 1000;
  private static final int ROOMY_BELOW = 1700;
  private static final int ROOMY_WIDTH = 640;
  private static final int WIDE_FROM = 900;

  private final int buttonHeight;
  private final int padding;
  private final int letters;

  Density(int buttonHeight, int padding, int letters) {
    this.buttonHeight = buttonHeight;
    this.padding = padding;
    this.letters = letters;
  }

  static Density of(Rectangle place) {
    int needed = isWide(place) ? ROOMY_BESIDE : ROOMY_BELOW;
    return place.height >= needed && place.width >= ROOMY_WIDTH ? ROOMY : COMPACT;
  }

  /** Whether the sections stand side by side. */
  static boolean isWide(Rectangle place) {
    return place.width >= WIDE_FROM && place.width > place.height;
  }

  int buttonHeight() {
    return buttonHeight;
  }

  int padding() {
    return padding;
  }

  /** Height of running letters, in pixels. */
  int letters() {
    return letters;
  }
}
