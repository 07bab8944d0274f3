package org.openhall.kiosk.typing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may come behind words that have been typed: the rest of a name, the next word of a turn. */
final class NextWords {
  private static final int MOST = 12;

  /** Characters looked at, from the last. */
  private static final int LOOKED_AT = 8;

  /** Words of public services that stand for any of them. */
  private static final int MATTERS = 6;

  /** Cost of a word that followed once, behind this word and behind any of public services. */
  private static final double FOLLOWER = 9;

  private static final double OF_MATTERS = 10;

  /** What a word costs more that is none of public services. */
  private static final float EVERYDAY = 2;

  /** What each character costs that is not looked at. */
  private static final float PASSED_OVER = 1;

  private final List<TextIndex> indexes;
  private final Map<String, Map<String, Integer>> followers;
  private final List<String> matters;

  /**
   * Knows these.
   *
   * @param indexes all words
   * @param followers how often words followed a word; see {@link PhraseList#ANY_MATTER}
   */
  NextWords(List<TextIndex> indexes, Map<String, Map<String, Integer>> followers) {
    this.indexes = List.copyOf(indexes);
    this.followers = followers;
    matters = indexes.getFirst().lexicon().mostUsedMatters(MATTERS);
  }

  /** Words that may come behind a text, the likeliest first. */
  List<String> after(String text) {
    String end = text.substring(Math.max(0, text.length() - LOOKED_AT));
    Map<String, Double> costs = new LinkedHashMap<>();
    for (int from = 0; from < end.length() && costs.size() < MOST; from++) {
      addAfter(end.substring(from), PASSED_OVER * from, costs);
    }
    return costs.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void addAfter(String typed, float more, Map<String, Double> costs) {
    for (TextIndex index : indexes) {
      Lexicon lexicon = index.lexicon();
      index.beginningWith(
          typed,
          word -> {
            float cost = more + lexicon.cost(word) + (lexicon.isService(word) ? 0 : EVERYDAY);
            String text = lexicon.text(word);
            if (text.length() > typed.length()) {
              costs.merge(text.substring(typed.length()), (double) cost, Math::min);
            } else if (lexicon.isService(word)) {
              addFollowers(PhraseList.ANY_MATTER, OF_MATTERS + more, costs);
            }
          });
    }
    addFollowers(typed, FOLLOWER + more, costs);
  }

  private void addFollowers(String before, double once, Map<String, Double> costs) {
    followers
        .getOrDefault(before, Map.of())
        .forEach((word, times) -> {
          double cost = once - Math.log(times);
          if (word.equals(PhraseList.ANY_MATTER)) {
            matters.forEach(matter -> costs.merge(matter, cost + 1, Math::min));
          } else {
            costs.merge(word, cost, Math::min);
          }
        });
  }
}
