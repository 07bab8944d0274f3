package org.openhall.device.glyph;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text as it is shown: a character that cannot be drawn is a box with its code point, □U+30EDD, so
 * that a reader sees that it is there and a clerk can look it up. Nothing is left out.
 *
 * <p>Characters for private use are always named so: whoever assigned them had another font, and
 * the glyph that one of ours has in that place is another character (GB 18030-2022 moved the last
 * of them out).
 */
public final class ShownText {
  private ShownText() {}

  /**
   * The text to show.
   *
   * @param drawable whether a code point has a glyph; asked for letters, digits, signs and code
   *     points without a meaning, not for spaces, controls, and marks that join their neighbour
   * @return the same text where all of it can be drawn
   */
  public static String of(String text, IntPredicate drawable) {
    if (text.codePoints().allMatch(it -> isShown(it, drawable))) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(it -> append(it, drawable, shown));
    return shown.toString();
  }

  private static void append(int codePoint, IntPredicate drawable, StringBuilder shown) {
    if (isShown(codePoint, drawable)) {
      shown.appendCodePoint(codePoint);
    } else {
      shown.append(String.format(Locale.ROOT, "□U+%04X", codePoint));
    }
  }

  private static boolean isShown(int codePoint, IntPredicate drawable) {
    return switch (Character.getType(codePoint)) {
      case Character.PRIVATE_USE, Character.SURROGATE -> false;
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      default -> drawable.test(codePoint);
    };
  }
}
