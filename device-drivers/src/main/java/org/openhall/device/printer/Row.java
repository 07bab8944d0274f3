package org.openhall.device.printer;

/** One row of the paper, already fitted to its width. */
sealed interface Row {

  /**
   * A row of text.
   *
   * @param text without control characters, no wider than the paper at this size
   * @param size 1, or 2 for double width and height
   * @param centred else at the left
   */
  record Text(String text, int size, boolean centred) implements Row {}

  /** Blank dots along the paper, 1 to 255. */
  record Gap(int dots) implements Row {}

  /** Blank rows. */
  record Feed(int rows) implements Row {}

  /** A code or a picture, as it lies on the paper. */
  record Drawn(Raster raster) implements Row {}
}
