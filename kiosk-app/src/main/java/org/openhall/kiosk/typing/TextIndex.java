package org.openhall.kiosk.typing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The words of a lexicon of two characters and more, in the order of their characters. */
final class TextIndex {
  private final Lexicon lexicon;
  private final int[] words;

  TextIndex(Lexicon lexicon) {
    this.lexicon = lexicon;
    Comparator<Integer> order = lexicon::compareText;
    words =
        IntStream.range(0, lexicon.size())
            .filter(word -> lexicon.length(word) > 1)
            .boxed()
            .sorted(order)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** Words in a row that begin alike. */
  record Range(int from, int until) {
    boolean isEmpty() {
      return from >= until;
    }
  }

  /** All words. */
  Range all() {
    return new Range(0, words.length);
  }

  /** Those of a range that have a character at a place, all before it being alike. */
  Range with(Range range, int place, char character) {
    return new Range(
        firstNotBefore(range, place, character),
        firstNotBefore(range, place, (char) (character + 1)));
  }

  private int firstNotBefore(Range range, int place, char character) {
    int low = range.from();
    int high = range.until();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int word = words[middle];
      if (lexicon.length(word) <= place || lexicon.letter(word, place) < character) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The cheapest word of a range, all of whose words begin with so many characters, that ends
   * there.
   */
  int ending(Range range, int length) {
    int best = -1;
    for (int i = range.from(); i < range.until() && lexicon.length(words[i]) == length; i++) {
      if (best < 0 || lexicon.cost(words[i]) < lexicon.cost(best)) {
        best = words[i];
      }
    }
    return best;
  }

  /** Visits the words that begin with a text. */
  void beginningWith(String text, IntConsumer visitor) {
    Range range = all();
    for (int i = 0; i < text.length() && !range.isEmpty(); i++) {
      range = with(range, i, text.charAt(i));
    }
    Arrays.stream(words, range.from(), Math.max(range.from(), range.until())).forEach(visitor);
  }
}
