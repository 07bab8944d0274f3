package org.openhall.demo.gallery;

/**
 * What two small pictures differ in. A pixel counts only if nothing like it lies beside its place
 * in the other picture, so that the edge of a letter may fall a little elsewhere; moved by more, or
 * of another colour, it counts.
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

  /** Whether a pixel of one picture has its like in the other, at its place or beside it. */
  private static boolean near(Picture one, Picture other, int at) {
    int x = at % one.width();
    int y = at / one.width();
    for (int neighbour = 0; neighbour < 9; neighbour++) {
      int column = x + neighbour % 3 - 1;
      int row = y + neighbour / 3 - 1;
      boolean inside = column >= 0 && row >= 0 && column < one.width() && row < one.height();
      if (inside && alike(one.pixels()[at], other.pixels()[row * one.width() + column])) {
        return true;
      }
    }
    return false;
  }

  private static boolean alike(int one, int other) {
    return channel(one, other, 16) && channel(one, other, 8) && channel(one, other, 0);
  }

  private static boolean channel(int one, int other, int shift) {
    return Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) <= ALIKE;
  }
}
