package org.openhall.demo.gallery;

/**
 * What two small pictures differ in. A pixel counts only if it does not lie between what the other
 * picture has around its place, so that the edge of a letter may fall a little elsewhere; moved by
 * more, or of another colour, it counts.
 */
final class Difference {
  /** How far a channel may be off, of 255. */
  private static final int ALIKE = 14;

  /** So many pixels may differ: the size of half a letter. */
  private static final int TOLERATED = 10;

  private static final int RED = 0xffff0000;
  private static final int PALE = 0xffd0d0d0;

  private final Picture expected;
  private final Picture actual;
  private final int[] marks;
  private int pixels;

  private Difference(Picture expected, Picture actual) {
    this.expected = expected;
    this.actual = actual;
    this.marks = new int[actual.pixels().length];
  }

  /** Compares two pictures. */
  static Difference between(Picture expected, Picture actual) {
    Difference difference = new Difference(expected, actual);
    difference.compare();
    return difference;
  }

  /** Whether a person should look. */
  boolean matters() {
    return pixels > TOLERATED;
  }

  /** How many pixels differ; all of them where the sizes do. */
  int pixels() {
    return pixels;
  }

  /** Red where they differ. */
  Picture picture() {
    return new Picture(actual.width(), actual.height(), marks);
  }

  private void compare() {
    boolean sameSize = expected.width() == actual.width() && expected.height() == actual.height();
    for (int at = 0; at < marks.length; at++) {
      boolean alike = sameSize && near(expected, actual, at) && near(actual, expected, at);
      marks[at] = alike ? PALE : RED;
      pixels += alike ? 0 : 1;
    }
  }

  /** Whether a pixel of one picture lies between what the other has at its place and beside it. */
  private static boolean near(Picture one, Picture other, int at) {
    return within(one, other, at, 16) && within(one, other, at, 8) && within(one, other, at, 0);
  }

  private static boolean within(Picture one, Picture other, int at, int shift) {
    int x = at % one.width();
    int y = at / one.width();
    int least = 255;
    int most = 0;
    for (int row = Math.max(0, y - 1); row <= Math.min(one.height() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(one.width() - 1, x + 1); column++) {
        int value = (other.pixels()[row * one.width() + column] >> shift) & 0xff;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    int value = (one.pixels()[at] >> shift) & 0xff;
    return value >= least - ALIKE && value <= most + ALIKE;
  }
}
