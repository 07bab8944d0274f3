package org.openhall.device;

import java.util.Optional;

/** What a {@link PagePrinter} prints. Asked on the device's thread, before anything is sent. */
public interface PageDocument {

  /** How many pages, at least 1. */
  int pages();

  /** The whole document as PDF, if that is what it is; the caller leaves the array alone. */
  Optional<byte[]> pdf();

  /**
   * Draws a page for a printer that reads no PDF, or of a document that is none.
   *
   * @param page 0 for the first
   * @param width in dots, of the whole sheet
   * @param height in dots
   * @return the page turned upright and fitted to the sheet; empty if it cannot be drawn
   */
  Optional<Sheet> draw(int page, int width, int height);

  /** A drawn sheet. */
  final class Sheet {
    private final int width;
    private final int height;
    private final byte[] grey;

    /**
     * Takes the dots over.
     *
     * @param grey a byte a dot, row by row from the top, 0 black, 255 white; {@code width * height}
     */
    public Sheet(int width, int height, byte[] grey) {
      if (grey.length != width * height) {
        throw new IllegalArgumentException(
            "a sheet of " + width + " by " + height + " has " + grey.length + " dots");
      }
      this.width = width;
      this.height = height;
      this.grey = grey;
    }

    /** Dots across. */
    public int width() {
      return width;
    }

    /** Dots down. */
    public int height() {
      return height;
    }

    /** The dots themselves, to be left alone. */
    public byte[] grey() {
      return grey;
    }
  }
}
