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

  private final short[] syllable;
  private final int[] firstChild;
  private final int[] firstWord;
  private final char[] letters;
  private final int[] letterOf;
  private final float[] costs;
  private final BitSet service;
  private final int[] signs;

  private Lexicon(Draft draft) {
    syllable = draft.nodeSyllables();
    firstChild = draft.firstChildren();
    firstWord = draft.firstWords();
    letters = draft.text.toString().toCharArray();
    letterOf = draft.letterOf;
    costs = draft.costs;
    service = draft.service;
    signs = new int[costs.length];
    Arrays.setAll(signs, word -> Phrases.sign(letters, letterOf[word], letterOf[word + 1]));
  }

  /**
   * A lexicon of these words.
   *
   * @param syllables knows all their syllables
   */
  static Lexicon of(Collection<Entry> entries, Syllables syllables) {
    return new Lexicon(new Draft(entries, syllables));
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

  /** What {@link Phrases} know a word by. */
  int sign(int word) {
    return signs[word];
  }

  int size() {
    return costs.length;
  }

  /** How many chars the text of a word has. */
  int length(int word) {
    return letterOf[word + 1] - letterOf[word];
  }

  /** One char of the text of a word. */
  char letter(int word, int place) {
    return letters[letterOf[word] + place];
  }

  /** The order of two words by their texts. */
  int compareText(int one, int other) {
    return Arrays.compare(
        letters, letterOf[one], letterOf[one + 1], letters, letterOf[other], letterOf[other + 1]);
  }

  /** The cheapest words of public services of two characters and more. */
  List<String> mostUsedMatters(int most) {
    return service.stream()
        .filter(word -> length(word) > 1)
        .boxed()
        .sorted(Comparator.comparingDouble(this::cost))
        .limit(most)
        .map(this::text)
        .toList();
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
