package org.openhall.kiosk.typing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.content.search.Pinyin;
import org.openhall.content.store.ShownNames;

/**
 * The words of this hall: the names that its content knows, and the turns that its titles repeat.
 */
final class HallWords {
  /** Characters of the longest name that somebody types whole. */
  private static final int LONGEST_NAME = 16;

  /** Characters of the longest turn. */
  private static final int LONGEST_TURN = 8;

  private static final int MOST_TURNS = 15_000;

  /** Times that a turn must occur. */
  private static final int SEVERAL = 2;

  /** Cost of the most sought name, and what the last costs more. */
  private static final float NAME = 7.5f;

  private static final float LAST_NAME = 2;

  /** Cost of a name of two characters, of which many sound alike. */
  private static final float SHORT_NAME = 9.5f;

  /** Cost of a turn that occurs once, and the least of one. */
  private static final double TURN = 14.5;

  private static final double LEAST_TURN = 9;

  /** Words that no turn begins or ends with. */
  private static final String BETWEEN = "的和与及或等在对为于了之以将是有所其并向从由把被";

  private static final Pattern OTHER_THAN_HAN = Pattern.compile("[^\\u3400-\\u9fff]+");
  private static final int SKETCH = 1 << 18;

  private final Syllables syllables;
  private final Segments segments;
  private final Pinyin pinyin = new Pinyin();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Integer> pairs = new HashMap<>();

  /**
   * Learns them; takes some tenths of a second.
   *
   * @param syllables what has others is no word of these
   */
  HallWords(ShownNames names, Segments segments, Syllables syllables) {
    this.segments = segments;
    this.syllables = syllables;
    addNames(names.sought());
    List<List<String>> texts =
        Stream.concat(names.sought().stream(), names.titles().stream())
            .flatMap(OTHER_THAN_HAN::splitAsStream)
            .filter(text -> text.length() > 1)
            .map(this.segments::of)
            .toList();
    addTurns(texts);
  }

  /** The words, each once. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** Adds which words follow each other in the titles. */
  void addPairsTo(Phrases.Counts counts) {
    pairs.forEach((pair, times) -> {
      int gap = pair.indexOf(' ');
      int before = Phrases.sign(pair.substring(0, gap));
      int word = Phrases.sign(pair.substring(gap + 1));
      counts.add(before, word, times);
    });
  }

  private void addNames(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      float cost = NAME + LAST_NAME * i / names.size();
      for (String name : OTHER_THAN_HAN.split(names.get(i), -1)) {
        if (name.length() > 1 && name.length() <= LONGEST_NAME) {
          add(name, name.length() == 2 ? SHORT_NAME : cost, true);
        }
      }
    }
  }

  private void add(String text, float cost, boolean service) {
    List<String> reading = pinyin.syllables(text);
    if (reading.size() == text.length()
        && reading.stream().allMatch(syllable -> syllables.number(syllable) >= 0)) {
      entries.putIfAbsent(text, new Entry(text, reading, cost, service));
    }
  }

  /** Counts roughly first, so that what occurs once is never kept. */
  private void addTurns(List<List<String>> texts) {
    byte[] seen = new byte[SKETCH];
    texts.forEach(
        words -> turns(words, turn -> seen[slot(turn)] |= (byte) (seen[slot(turn)] == 0 ? 1 : 2)));
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(words ->
        turns(
            words,
            turn -> {
              if (seen[slot(turn)] > 1) {
                counts.merge(turn, 1, Integer::sum);
              }
            }));
    counts.entrySet().stream()
        .filter(turn -> turn.getValue() >= SEVERAL)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_TURNS)
        .forEach(turn -> addTurn(turn.getKey(), turn.getValue()));
  }

  private static int slot(String turn) {
    return Phrases.sign(turn) & (SKETCH - 1);
  }

  /** Takes a turn: its words, parted by spaces. */
  private interface Turns {
    void take(String turn);
  }

  private static void turns(List<String> words, Turns turns) {
    for (int from = 0; from < words.size(); from++) {
      StringBuilder turn = new StringBuilder(words.get(from));
      int characters = turn.length();
      for (int at = from + 1; at < words.size(); at++) {
        characters += words.get(at).length();
        if (characters > LONGEST_TURN) {
          break;
        }
        turns.take(turn.append(' ').append(words.get(at)).toString());
      }
    }
  }

  private void addTurn(String turn, int times) {
    if (turn.indexOf(' ') == turn.lastIndexOf(' ')) {
      pairs.put(turn, times);
    }
    String first = turn.substring(0, turn.indexOf(' '));
    String last = turn.substring(turn.lastIndexOf(' ') + 1);
    if (!BETWEEN.contains(first) && !BETWEEN.contains(last)) {
      float cost = (float) Math.max(LEAST_TURN, TURN - Math.log(times));
      add(turn.replace(" ", ""), cost, false);
    }
  }
}
