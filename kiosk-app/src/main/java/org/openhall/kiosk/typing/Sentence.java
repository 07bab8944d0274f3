package org.openhall.kiosk.typing;

import java.util.Arrays;
import java.util.Optional;

/** The cheapest row of words that all letters together may stand for (Viterbi's way). */
final class Sentence {
  /** What each further word costs, lest two frequent characters beat every rarer word. */
  private static final float JOINT = 2;

  private final Lexicon lexicon;
  private final float[] costs;
  private final int[] wordTo;
  private final int[] cameFrom;

  private Sentence(Lexicon lexicon, int length) {
    this.lexicon = lexicon;
    costs = new float[length + 1];
    wordTo = new int[length + 1];
    cameFrom = new int[length + 1];
    Arrays.fill(costs, Float.MAX_VALUE);
    costs[0] = 0;
  }

  /**
   * What was found.
   *
   * @param words how many words it has, 1 and up
   */
  record Found(String text, float cost, int words) {}

  /** The sentence, if the letters are pinyin to their end. */
  static Optional<Found> of(Lexicon lexicon, Lattice lattice, int length) {
    Sentence sentence = new Sentence(lexicon, length);
    for (int at = 0; at < length; at++) {
      if (sentence.costs[at] < Float.MAX_VALUE) {
        int from = at;
        lattice.walk(from, (node, end, cost) -> sentence.reach(node, from, end, cost));
      }
    }
    return sentence.costs[length] == Float.MAX_VALUE
        ? Optional.empty()
        : Optional.of(sentence.found(length));
  }

  private void reach(int node, int from, int end, float cost) {
    int best = lexicon.firstWord(node);
    if (best < lexicon.endOfWords(node)) {
      float total = costs[from] + cost + lexicon.cost(best) + (from == 0 ? 0 : JOINT);
      if (total < costs[end]) {
        costs[end] = total;
        wordTo[end] = best;
        cameFrom[end] = from;
      }
    }
  }

  private Found found(int length) {
    StringBuilder text = new StringBuilder();
    int words = 0;
    for (int end = length; end > 0; end = cameFrom[end]) {
      text.insert(0, lexicon.text(wordTo[end]));
      words++;
    }
    return new Found(text.toString(), costs[length], words);
  }
}
