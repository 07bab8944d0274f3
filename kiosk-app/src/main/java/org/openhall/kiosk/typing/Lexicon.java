package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Words as a tree of syllables, in a few arrays. Nodes are numbered level by level, so the children
 * of a node stand in a row and end where those of the next begin; so do the words, cheapest first.
 */
final class Lexicon {
  /** The node before the first syllable. */
  static final int ROOT = 0;

  private final Syllables syllables;
  private final short[] syllable;
  private final int[] firstChild;
  private final int[] firstWord;
  private final char[] letters;
  private final int[] letterOf;
  private final float[] costs;
  private final BitSet service;

  private Lexicon(Draft draft) {
    syllables = draft.syllables;
    syllable = draft.nodeSyllables();
    firstChild = draft.firstChildren();
    firstWord = draft.firstWords();
    letters = draft.text.toString().toCharArray();
    letterOf = draft.letterOf;
    costs = draft.costs;
    service = draft.service;
  }

  /**
   * A lexicon of these words.
   *
   * @param fuzzy see {@link Syllables}
   */
  static Lexicon of(Collection<Entry> entries, boolean fuzzy) {
    List<String> names = entries.stream().flatMap(e -> e.syllables().stream()).distinct().toList();
    return new Lexicon(new Draft(entries, new Syllables(names, fuzzy)));
  }

  Syllables syllables() {
    return syllables;
  }

  /** The syllable of a node, see {@link Syllables#number}. */
  int syllable(int node) {
    return syllable[node];
  }

  int firstChild(int node) {
    return firstChild[node];
  }

  int endOfChildren(int node) {
    return firstChild[node + 1];
  }

  int firstWord(int node) {
    return firstWord[node];
  }

  int endOfWords(int node) {
    return firstWord[node + 1];
  }

  float cost(int word) {
    return costs[word];
  }

  boolean isService(int word) {
    return service.get(word);
  }

  String text(int word) {
    return new String(letters, letterOf[word], letterOf[word + 1] - letterOf[word]);
  }

  /** The arrays while they grow. */
  private static final class Draft {
    /** The numbers of the syllables as the characters of a string. */
    private record Coded(Entry entry, String code) {}

    /** The words whose readings begin alike: a node. */
    private record Range(int syllable, int from, int to, int depth) {}

    private final Syllables syllables;
    private final List<Coded> words;
    private final List<Range> nodes = new ArrayList<>();
    private final int[] childStarts;
    private final int[] wordStarts;
    private final StringBuilder text = new StringBuilder();
    private final int[] letterOf;
    private final float[] costs;
    private final BitSet service = new BitSet();
    private int placed;

    Draft(Collection<Entry> entries, Syllables syllables) {
      this.syllables = syllables;
      words = entries.stream().map(this::coded).sorted(ORDER).toList();
      letterOf = new int[words.size() + 1];
      costs = new float[words.size()];
      int mostNodes = words.stream().mapToInt(word -> word.code().length()).sum() + 1;
      childStarts = new int[mostNodes + 1];
      wordStarts = new int[mostNodes + 1];
      grow();
    }

    private static final Comparator<Coded> ORDER =
        Comparator.comparing(Coded::code)
            .thenComparingDouble(coded -> coded.entry().cost())
            .thenComparing(coded -> coded.entry().text());

    private Coded coded(Entry entry) {
      StringBuilder code = new StringBuilder();
      entry.syllables().forEach(name -> code.append((char) syllables.number(name)));
      return new Coded(entry, code.toString());
    }

    private void grow() {
      nodes.add(new Range(-1, 0, words.size(), 0));
      for (int node = 0; node < nodes.size(); node++) {
        childStarts[node] = nodes.size();
        wordStarts[node] = placed;
        Range range = nodes.get(node);
        addChildren(range, placeWords(range));
      }
      childStarts[nodes.size()] = nodes.size();
      wordStarts[nodes.size()] = placed;
    }

    private int placeWords(Range range) {
      int at = range.from();
      while (at < range.to() && words.get(at).code().length() == range.depth()) {
        Entry entry = words.get(at).entry();
        text.append(entry.text());
        costs[placed] = entry.cost();
        service.set(placed, entry.service());
        letterOf[++placed] = text.length();
        at++;
      }
      return at;
    }

    private void addChildren(Range range, int from) {
      int start = from;
      while (start < range.to()) {
        char next = words.get(start).code().charAt(range.depth());
        int end = start;
        while (end < range.to() && words.get(end).code().charAt(range.depth()) == next) {
          end++;
        }
        nodes.add(new Range(next, start, end, range.depth() + 1));
        start = end;
      }
    }

    short[] nodeSyllables() {
      short[] result = new short[nodes.size()];
      for (int i = 0; i < result.length; i++) {
        result[i] = (short) nodes.get(i).syllable();
      }
      return result;
    }

    int[] firstChildren() {
      return Arrays.copyOf(childStarts, nodes.size() + 1);
    }

    int[] firstWords() {
      return Arrays.copyOf(wordStarts, nodes.size() + 1);
    }
  }
}
