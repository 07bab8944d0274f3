package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/** Everything that one input of letters may mean, the likeliest first. */
final class PinyinReading {
  /** Words taken at most of one reading. */
  private static final int OF_ONE_READING = 60;

  /** Words of public services offered that are longer than what was typed. */
  private static final int COMPLETIONS = 2;

  /** Vowels from which on a key may be wrong. */
  private static final int VOWELS_MISTYPED = 2;

  private static final int MOST = 600;

  /** Whether all letters are meant, or else whether those that are meant are whole syllables. */
  private enum Rank {
    WHOLE,
    SPELT_OUT,
    SHORTENED
  }

  /**
   * Something that may be meant.
   *
   * @param asSpelt whether it is a word whose letters were all typed, and rightly
   */
  private record Choice(Rank rank, String text, int letters, float cost, boolean asSpelt) {
    int length() {
      return text.codePointCount(0, text.length());
    }
  }

  private static final Comparator<Choice> ORDER =
      Comparator.comparing(Choice::rank)
          .thenComparingInt(choice -> -choice.letters())
          .thenComparingDouble(Choice::cost);

  private final String letters;
  private final List<Choice> choices = new ArrayList<>();
  private final List<Choice> completions = new ArrayList<>();

  private PinyinReading(String letters) {
    this.letters = letters;
  }

  /**
   * The candidates for letters.
   *
   * @param letters not empty, lower case, does not begin with the mark
   */
  static List<Candidate> of(Known known, String letters) {
    PinyinReading reading = new PinyinReading(letters);
    Lattice lattice = new Lattice(known, letters);
    Sentence.of(known, lattice).forEach(reading::addSentence);
    lattice.walk(0, reading::addWords);
    if (reading.mayBeMistyped()) {
      Sentence.withSlip(known, lattice).forEach(reading::addMended);
    }
    return reading.candidates();
  }

  private void addSentence(Sentence.Found sentence) {
    if (sentence.words() > 1) {
      choices.add(
          new Choice(Rank.WHOLE, sentence.text(), letters.length(), sentence.cost(), false));
    }
  }

  private void addMended(Sentence.Found sentence) {
    choices.add(new Choice(Rank.WHOLE, sentence.text(), letters.length(), sentence.cost(), false));
  }

  /** Words that are spelt so are never taken for a slip, nor are initials. */
  private boolean mayBeMistyped() {
    return letters.chars().filter(letter -> "aeiouv".indexOf(letter) >= 0).count()
            >= VOWELS_MISTYPED
        && choices.stream().noneMatch(choice -> choice.rank() == Rank.WHOLE && choice.asSpelt());
  }

  private void addWords(Lexicon lexicon, int node, Lattice.Way way) {
    int first = lexicon.firstWord(node);
    int last = lexicon.endOfWords(node);
    float cost = way.cost();
    int shown = cost == 0 ? last : Math.min(last, first + OF_ONE_READING);
    Rank rank = rank(way.end(), cost);
    for (int word = first; word < shown; word++) {
      float total = cost + lexicon.cost(word);
      choices.add(new Choice(rank, lexicon.text(word), way.end(), total, cost == 0));
    }
    if (rank == Rank.WHOLE && isChild(lexicon, node)) {
      addCompletions(lexicon, node, cost);
    }
  }

  private Rank rank(int end, float cost) {
    if (end == letters.length()) {
      return Rank.WHOLE;
    }
    return cost < Syllables.UNFINISHED ? Rank.SPELT_OUT : Rank.SHORTENED;
  }

  /** One syllable alone begins too many words. */
  private static boolean isChild(Lexicon lexicon, int node) {
    return node >= lexicon.endOfChildren(Lexicon.ROOT);
  }

  private void addCompletions(Lexicon lexicon, int node, float cost) {
    for (int child = lexicon.firstChild(node); child < lexicon.endOfChildren(node); child++) {
      for (int word = lexicon.firstWord(child); word < lexicon.endOfWords(child); word++) {
        if (lexicon.isService(word)) {
          float total = cost + lexicon.cost(word);
          completions.add(
              new Choice(Rank.WHOLE, lexicon.text(word), letters.length(), total, false));
        }
      }
      addCompletions(lexicon, child, cost);
    }
  }

  private List<Candidate> candidates() {
    choices.sort(ORDER);
    completions.sort(ORDER);
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    choices.stream().limit(1).forEach(choice -> add(choice, candidates));
    otherwiseCut().ifPresent(choice -> add(choice, candidates));
    completions.stream().limit(COMPLETIONS).forEach(choice -> add(choice, candidates));
    choices.forEach(choice -> add(choice, candidates));
    return candidates.values().stream().limit(MOST).toList();
  }

  /** The best word of another number of syllables: 西安, where 先 is likelier. */
  private Optional<Choice> otherwiseCut() {
    return choices.stream()
        .filter(choice -> choice.rank() == Rank.WHOLE && choice.asSpelt())
        .filter(choice -> choice.length() != choices.getFirst().length())
        .findFirst();
  }

  private static void add(Choice choice, Map<String, Candidate> candidates) {
    candidates.putIfAbsent(choice.text(), new Candidate(choice.text(), choice.letters()));
  }
}
