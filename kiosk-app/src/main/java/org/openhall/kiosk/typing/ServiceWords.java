package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.List;
import org.openhall.content.search.Pinyin;

/** The words of public services, which go before all others that sound alike. */
final class ServiceWords {
  private static final String FILE = "service-words.txt";

  /** Cost of the first word of each class. */
  private static final float[] COSTS = {6f, 8.5f, 10.5f};

  /** Cost of a verb with the word behind it: 补身份证. */
  private static final float WITH_VERB = 9.5f;

  /** The longest word that goes with a verb, characters. */
  private static final int LONGEST_WITH_VERB = 4;

  /** What each later word of a class costs more. */
  private static final float STEP = 0.0005f;

  private final Pinyin pinyin;
  private final List<Entry> entries = new ArrayList<>();
  private float cost;
  private List<Entry> verbs = List.of();

  private ServiceWords(Pinyin pinyin) {
    this.pinyin = pinyin;
  }

  /** Reads the list that comes with the program. */
  static List<Entry> read(Pinyin pinyin) {
    ServiceWords words = new ServiceWords(pinyin);
    ProgramText.lines(FILE).forEach(words::line);
    return words.entries;
  }

  private void line(String line) {
    switch (line.charAt(0)) {
      case '=' -> cost = COSTS[line.charAt(1) - '1'];
      case '+' -> verbs = words(line.substring(1));
      default -> words(line).forEach(this::addWithVerbs);
    }
  }

  private List<Entry> words(String line) {
    List<Entry> words = new ArrayList<>();
    for (String word : line.strip().split(" +", -1)) {
      words.add(new Entry(word, pinyin.syllables(word), cost, true));
      cost += STEP;
    }
    return words;
  }

  private void addWithVerbs(Entry word) {
    entries.add(word);
    int length = word.syllables().size();
    if (cost < COSTS[1] && length > 1 && length <= LONGEST_WITH_VERB) {
      verbs.forEach(verb -> entries.add(joined(verb, word)));
    }
  }

  private static Entry joined(Entry verb, Entry word) {
    List<String> syllables = new ArrayList<>(verb.syllables());
    syllables.addAll(word.syllables());
    return new Entry(
        verb.text() + word.text(), syllables, WITH_VERB + word.cost() - COSTS[0], false);
  }
}
