package org.openhall.kiosk.file;

/**
 * A part of a page at a magnification.
 *
 * @param page from 0
 * @param scale pixels of the screen per unit of {@link PageSize}, more than 0
 * @param x pixels from the left edge of the magnified page
 * @param y pixels from its top
 * @param width pixels, 1 and up
 * @param height pixels, 1 and up; width times height is at most {@link #MOST_PIXELS}
 */
public record Tile(int page, double scale, int x, int y, int width, int height) {
  /** A tile of the largest canvas with something to spare; 16 MB as pixels. */
  public static final int MOST_PIXELS = 4_000_000;

  public Tile {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException("no tile of %d by %d".formatted(width, height));
    }
  }

  /** The whole of a page, small enough to be one tile. */
  public static Tile whole(int page, PageSize size, double scale) {
    double most = Math.sqrt(MOST_PIXELS / (size.width() * size.height())) * 0.99;
    double kept = Math.min(scale, most);
    int width = (int) Math.max(1, Math.round(size.width() * kept));
    int height = (int) Math.max(1, Math.round(size.height() * kept));
    return new Tile(page, kept, 0, 0, width, height);
  }
}
