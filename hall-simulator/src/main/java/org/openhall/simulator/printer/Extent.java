package org.openhall.simulator.printer;

/**
 * How long a command is: the bytes needed in all, as far as the bytes that have come tell. Asked
 * again when that many have come.
 */
@FunctionalInterface
interface Extent {

  long needed(byte[] bytes, int count);

  /** A command of a fixed length. */
  static Extent fixed(int length) {
    return (bytes, count) -> length;
  }

  /**
   * A head that ends in a little-endian count of the bytes behind it.
   *
   * @param at where the count stands
   * @param width of the count, 2 or 4 bytes
   */
  static Extent counted(int at, int width) {
    return (bytes, count) -> {
      int head = at + width;
      return count < head ? head : head + number(bytes, at, width);
    };
  }

  /** A list that ends with NUL. */
  static Extent untilNul(int head) {
    return (bytes, count) -> count > head && bytes[count - 1] == 0 ? count : count + 1;
  }

  /** {@code GS V m [n]}: functions B, C and D have a feed amount. */
  static long cut(byte[] bytes, int count) {
    return count < 3 || bytes[2] < 'A' ? 3 : 4;
  }

  /** {@code GS v 0 m xL xH yL yH}, then x times y bytes. */
  static long raster(byte[] bytes, int count) {
    return count < 8 ? 8 : 8 + number(bytes, 4, 2) * number(bytes, 6, 2);
  }

  /** {@code ESC * m nL nH}, then n columns of 1 or 3 bytes. */
  static long columns(byte[] bytes, int count) {
    int bytesPerColumn = count > 2 && bytes[2] >= 32 ? 3 : 1;
    return count < 5 ? 5 : 5 + number(bytes, 3, 2) * bytesPerColumn;
  }

  /** {@code GS k m} with data up to a NUL (m from 0 to 6), or with a count (m from 65). */
  static long barcode(byte[] bytes, int count) {
    if (count < 4) {
      return 4;
    }
    if (bytes[2] >= 'A') {
      return 4L + (bytes[3] & 0xFF);
    }
    return bytes[count - 1] == 0 ? count : count + 1;
  }

  /** {@code DLE EOT n [a]}: some n are followed by one more byte. */
  static long realTimeStatus(byte[] bytes, int count) {
    return count < 3 || bytes[2] < 7 ? 3 : 4;
  }

  /** {@code DLE DC4 fn …}: each function has its own length. */
  static long realTimeRequest(byte[] bytes, int count) {
    if (count < 3) {
      return 3;
    }
    return switch (bytes[2]) {
      case 1, 2 -> 5;
      case 3 -> 8;
      case 7 -> 4;
      case 8 -> 10;
      default -> 3;
    };
  }

  /** A little-endian number. */
  static long number(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
