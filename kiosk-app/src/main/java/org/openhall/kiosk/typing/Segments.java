package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Cuts Chinese text into words: the cheapest row of known words, and single characters between. */
final class Segments {
  /** Characters of the longest word. */
  private static final int LONGEST = 12;

  /** What a character costs that belongs to no known word. */
  private static final float ALONE = 11;

  /** What each word costs besides. */
  private static final float JOINT = 2;

  private final TextIndex index;

  Segments(TextIndex index) {
    this.index = index;
  }

  /**
   * The words of a text, one after the other.
   *
   * @param text Chinese characters of the basic plane
   */
  List<String> of(String text) {
    float[] costs = new float[text.length() + 1];
    int[] cameFrom = new int[text.length() + 1];
    Arrays.fill(costs, Float.MAX_VALUE);
    costs[0] = 0;
    for (int at = 0; at < text.length(); at++) {
      reach(at, at + 1, ALONE, costs, cameFrom);
      TextIndex.Range range = index.all();
      for (int end = at + 1; end <= Math.min(text.length(), at + LONGEST); end++) {
        range = index.with(range, end - 1 - at, text.charAt(end - 1));
        int word = index.ending(range, end - at);
        if (word >= 0) {
          reach(at, end, index.lexicon().cost(word), costs, cameFrom);
        }
      }
    }
    return cut(text, cameFrom);
  }

  private static void reach(int from, int end, float cost, float[] costs, int[] cameFrom) {
    float total = costs[from] + cost + JOINT;
    if (total < costs[end]) {
      costs[end] = total;
      cameFrom[end] = from;
    }
  }

  private static List<String> cut(String text, int[] cameFrom) {
    List<String> words = new ArrayList<>();
    for (int end = text.length(); end > 0; end = cameFrom[end]) {
      words.add(text.substring(cameFrom[end], end));
    }
    Collections.reverse(words);
    return words;
  }
}
