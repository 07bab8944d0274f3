package org.openhall.content.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The folded text of a record, its lines one below the other. It is UTF-8 seen as Latin-1, one char
 * a byte: UTF-8 matches only at whole characters, and such strings are searched fast.
 */
final class FoldedText {
  private final String text;

  /** Takes UTF-8. */
  FoldedText(byte[] text) {
    this.text = new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * A word in a text.
   *
   * @param line number of the line, from 0
   */
  record Place(int line, String word) {}

  /** A word as {@link #has} compares it. */
  static String pattern(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether all patterns stand in it. */
  boolean has(List<String> patterns) {
    return patterns.stream().allMatch(text::contains);
  }

  /** Where the first of the words stands that there is. */
  Optional<Place> first(List<String> words) {
    for (String word : words) {
      int at = text.indexOf(pattern(word));
      if (at >= 0) {
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count();
        return Optional.of(new Place((int) line, word));
      }
    }
    return Optional.empty();
  }
}
