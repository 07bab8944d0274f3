package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The pairs of letters by which an index finds a word. Of other characters than Chinese, small
 * Latin ones and digits the databases think differently: those are left to who looks at what was
 * found.
 */
final class Letters {
  private Letters() {}

  /** All pairs of a word; of one that is but a letter, that letter; none where it has none. */
  static List<String> of(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (small.length() == 1 && isCertain(small.charAt(0))) {
      return List.of(small);
    }
    List<String> pairs = new ArrayList<>();
    for (int at = 0; at + 1 < small.length(); at++) {
      if (isCertain(small.charAt(at)) && isCertain(small.charAt(at + 1))) {
        pairs.add(small.substring(at, at + 2));
      }
    }
    return pairs.stream().distinct().toList();
  }

  private static boolean isCertain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || Character.isIdeographic(letter);
  }
}
