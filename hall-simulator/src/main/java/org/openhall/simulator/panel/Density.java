package org.openhall.simulator.panel;

import java.awt.Rectangle;

/** How much room there is: a small window leaves out the card's picture and the notes. */
enum Density {
  ROOMY(46, 20, 2),
  COMPACT(30, 10, 3);

  private static final int ROOMY_BESIDE = 760;
  private static final int ROOMY_BELOW = 1100;
  private static final int ROOMY_WIDTH = 480;

  private final int buttonHeight;
  private final int padding;
  private final int cardColumns;

  Density(int buttonHeight, int padding, int cardColumns) {
    this.buttonHeight = buttonHeight;
    this.padding = padding;
    this.cardColumns = cardColumns;
  }

  static Density of(Rectangle place) {
    int needed = isWide(place) ? ROOMY_BESIDE : ROOMY_BELOW;
    return place.height >= needed && place.width >= ROOMY_WIDTH ? ROOMY : COMPACT;
  }

  /** Whether the sections stand side by side. */
  static boolean isWide(Rectangle place) {
    return place.width > place.height;
  }

  int buttonHeight() {
    return buttonHeight;
  }

  int padding() {
    return padding;
  }

  int cardColumns() {
    return cardColumns;
  }
}
