package org.openhall.kiosk.typing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.search.Pinyin;

/** Gathers the words of all dictionaries; of one that two of them have, the cheaper stays. */
final class Words {
  /** Logarithm of the sum of all weights of the dictionary pinyin-simp. */
  private static final double LOG_OF_ALL = 18.37;

  /** Cost of a character that has a reading and no known use. */
  static final float UNKNOWN = 22;

  /** Cost of a character that occurs once in the words of public services. */
  private static final double ONCE = 13;

  /** First and last code points of the ideographs that have readings. */
  private static final int[][] IDEOGRAPHS = {
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2EBE0}, {0x30000, 0x323AF}
  };

  private final Pinyin pinyin = new Pinyin();
  private final Map<String, Entry> entries = new HashMap<>(1 << 17);

  /** All words so far. */
  Collection<Entry> all() {
    return entries.values();
  }

  /** The syllables of all words so far. */
  Syllables syllables(boolean fuzzy) {
    return new Syllables(
        entries.values().stream().flatMap(word -> word.syllables().stream()).distinct().toList(),
        fuzzy);
  }

  /** Adds the everyday words of a dictionary of the Rime project. */
  void addRime(Path file) throws IOException {
    RimeDictionary.read(file, this::add);
  }

  private void add(String word, String reading, long weight) {
    List<String> syllables = Arrays.asList(reading.split(" ", -1));
    if (syllables.stream().allMatch(Words::isTyped)) {
      float cost = (float) (LOG_OF_ALL - Math.log(weight + 1d));
      add(new Entry(word, syllables, cost, false), reading);
    }
  }

  /** 嗯 may be read n or ng, but nobody types that. */
  private static boolean isTyped(String syllable) {
    return syllable.chars().anyMatch(letter -> "aeiouv".indexOf(letter) >= 0);
  }

  /** Adds the words of public services. */
  List<Entry> addServiceWords() {
    List<Entry> words = ServiceWords.read(pinyin);
    words.forEach(this::add);
    return words;
  }

  /** Adds the characters of words, for a terminal that has no other dictionary. */
  void addCharactersOf(List<Entry> words) {
    Map<Entry, Integer> counts = new HashMap<>();
    for (Entry word : words) {
      int[] characters = word.text().codePoints().toArray();
      for (int i = 0; i < characters.length; i++) {
        List<String> syllable = List.of(word.syllables().get(i));
        counts.merge(
            new Entry(Character.toString(characters[i]), syllable, 0, false), 1, Integer::sum);
      }
    }
    counts.forEach((read, count) ->
        add(new Entry(read.text(), read.syllables(), (float) (ONCE - Math.log(count)), false)));
  }

  /** Adds every other character that has a reading, behind all that is known to be used. */
  void addRareCharacters() {
    for (int[] range : IDEOGRAPHS) {
      for (int character = range[0]; character <= range[1]; character++) {
        String text = Character.toString(character);
        String syllable = pinyin.syllables(text).getFirst();
        if (isTyped(syllable)) {
          add(new Entry(text, List.of(syllable), UNKNOWN, false), syllable);
        }
      }
    }
  }

  private void add(Entry entry) {
    add(entry, String.join(" ", entry.syllables()));
  }

  private void add(Entry entry, String reading) {
    entries.merge(entry.text() + ' ' + reading, entry, Words::cheaper);
  }

  private static Entry cheaper(Entry one, Entry other) {
    Entry cheaper = one.cost() <= other.cost() ? one : other;
    boolean service = one.service() || other.service();
    return new Entry(cheaper.text(), cheaper.syllables(), cheaper.cost(), service);
  }
}
