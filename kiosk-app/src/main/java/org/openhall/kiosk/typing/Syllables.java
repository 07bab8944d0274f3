package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The syllables of pinyin, and what letters may be typed for each. */
final class Syllables {
  /** What it costs to type only the beginning of a syllable. */
  static final float UNFINISHED = 3;

  /** What it costs to mix up a sound. */
  private static final float FUZZY = 4;

  /** Sounds that many speakers do not tell apart. */
  private static final String[][] BEGINNINGS = {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}};

  private static final String[][] ENDS = {{"ang", "an"}, {"eng", "en"}, {"ing", "in"}};

  /**
   * Letters that stand for a syllable.
   *
   * @param letters how many
   * @param cost 0 for the syllable as it is spelt
   * @param shortened whether letters of the syllable are left out
   */
  record Way(int letters, float cost, boolean shortened) {}

  private record Spelling(String letters, float cost) {}

  private static final Way[] NONE = {};

  private final String[] names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Spelling>> spellings = new ArrayList<>();

  /**
   * The syllables of a lexicon.
   *
   * @param fuzzy whether z may be typed for zh, n for l, en for eng and so on, and the other way
   */
  Syllables(Collection<String> names, boolean fuzzy) {
    this.names = names.stream().distinct().sorted().toArray(String[]::new);
    for (String name : this.names) {
      numbers.put(name, numbers.size());
      spellings.add(fuzzy ? fuzzy(name) : List.of(new Spelling(name, 0)));
    }
  }

  private static List<Spelling> fuzzy(String name) {
    List<Spelling> all = new ArrayList<>();
    all.add(new Spelling(name, 0));
    begunAnew(name).forEach(other -> all.add(new Spelling(other, FUZZY)));
    endedAnew(name).forEach(other -> all.add(new Spelling(other, FUZZY)));
    begunAnew(name).stream()
        .flatMap(other -> endedAnew(other).stream())
        .forEach(other -> all.add(new Spelling(other, 2 * FUZZY)));
    return all;
  }

  private static List<String> begunAnew(String name) {
    for (String[] pair : BEGINNINGS) {
      if (name.startsWith(pair[0])) {
        return List.of(pair[1] + name.substring(pair[0].length()));
      }
      if (name.startsWith(pair[1])) {
        return List.of(pair[0] + name.substring(pair[1].length()));
      }
    }
    return List.of();
  }

  private static List<String> endedAnew(String name) {
    for (String[] pair : ENDS) {
      if (name.endsWith(pair[0])) {
        return List.of(name.substring(0, name.length() - 1));
      }
      if (name.endsWith(pair[1])) {
        return List.of(name + "g");
      }
    }
    return List.of();
  }

  /** Number of a syllable, from 0; it must be one of these. */
  int number(String syllable) {
    return numbers.getOrDefault(syllable, -1);
  }

  /** For each syllable the ways in which the letters from an index on may stand for it. */
  Way[][] ways(String letters, int from) {
    Way[][] ways = new Way[names.length][];
    for (int i = 0; i < names.length; i++) {
      ways[i] =
          names[i].charAt(0) == letters.charAt(from) || spellings.get(i).size() > 1
              ? ways(i, letters, from)
              : NONE;
    }
    return ways;
  }

  private Way[] ways(int syllable, String letters, int from) {
    List<Way> ways = new ArrayList<>(2);
    for (Spelling spelling : spellings.get(syllable)) {
      if (letters.startsWith(spelling.letters(), from)) {
        ways.add(new Way(spelling.letters().length(), spelling.cost(), false));
      }
    }
    addUnfinished(names[syllable], letters, from, ways);
    return ways.toArray(NONE);
  }

  /** For each syllable the ways in which the letters may stand for it by one {@link Slip}. */
  Way[][] slips(String letters, int from) {
    Way[][] ways = new Way[names.length][];
    for (int i = 0; i < names.length; i++) {
      ways[i] = slips(names[i], letters, from);
    }
    return ways;
  }

  private static Way[] slips(String name, String letters, int from) {
    List<Way> ways = List.of();
    int most = Math.min(name.length() + 1, letters.length() - from);
    for (int length = Math.max(2, name.length() - 1); length <= most; length++) {
      float cost = Slip.cost(name, letters, from, length);
      if (cost > 0) {
        ways = ways.isEmpty() ? new ArrayList<>(1) : ways;
        ways.add(new Way(length, cost, false));
      }
    }
    return ways.isEmpty() ? NONE : ways.toArray(NONE);
  }

  private static void addUnfinished(String name, String letters, int from, List<Way> ways) {
    int rest = letters.length() - from;
    int common = 0;
    while (common < Math.min(name.length(), rest)
        && name.charAt(common) == letters.charAt(from + common)) {
      common++;
    }
    if (common == 0 || name.length() == 1) {
      return;
    }
    if (common == rest && common < name.length()) {
      ways.add(new Way(common, UNFINISHED, true));
    }
    for (int initial = initial(name); initial > 0; initial--) {
      if (initial <= common && initial < rest && initial < name.length()) {
        ways.add(new Way(initial, UNFINISHED, true));
      }
    }
  }

  /** Letters before the vowel, at least one: zh has two. */
  private static int initial(String name) {
    return name.charAt(1) == 'h' ? 2 : 1;
  }
}
