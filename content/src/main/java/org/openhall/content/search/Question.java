package org.openhall.content.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks, taken apart: known words with what else they are called, and of the rest each
 * pair of neighbours. Words that only make a question of it (怎么办, 我想) are set aside.
 *
 * @param terms what to look for
 * @param core what is left of the words when the question is set aside
 * @param isPhrase true if nothing of what was typed was set aside or has another name
 */
public record Question(List<Term> terms, Query core, boolean isPhrase) {
  /** Weight of a word that is known, against a pair of neighbours that may be no word. */
  private static final double KNOWN = 2;

  /** Weight of a single character that stands between known words. */
  private static final double SINGLE = 0.4;

  /**
   * One thing to look for.
   *
   * @param words what was typed, then other words for it
   * @param weight how much it says; a pair of neighbours that is a run of its own has 1
   */
  public record Term(List<String> words, double weight) {
    public Term {
      words = List.copyOf(words);
    }
  }

  public Question {
    terms = List.copyOf(terms);
  }

  /** Takes what was typed apart. */
  public static Question of(Query query, Thesaurus thesaurus, Fillers fillers) {
    Reader reader = new Reader(thesaurus, fillers);
    query.words().forEach(reader::read);
    return new Question(reader.terms, reader.core(), reader.isPlain);
  }

  /** The words that were looked for, typed ones and others, each once. */
  public List<String> words() {
    return terms.stream().flatMap(term -> term.words().stream()).distinct().toList();
  }

  /** Walks along the words; of two that begin together the longer is taken. */
  private static final class Reader {
    private final Thesaurus thesaurus;
    private final Fillers fillers;
    private final List<Term> terms = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final StringBuilder run = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean isPlain = true;

    Reader(Thesaurus thesaurus, Fillers fillers) {
      this.thesaurus = thesaurus;
      this.fillers = fillers;
    }

    void read(String word) {
      for (int at = 0; at < word.length(); ) {
        at += step(word, at);
      }
      endPiece();
    }

    Query core() {
      return new Query(String.join("", pieces), pieces);
    }

    private int step(String word, int at) {
      Optional<String> known = thesaurus.wordAt(word, at);
      int filler = fillers.lengthAt(word, at);
      if (known.isPresent() && known.get().length() >= filler) {
        endRun();
        isPlain = false;
        piece.append(known.get());
        take(known.get(), thesaurus.others(known.get()), KNOWN);
        return known.get().length();
      }
      if (filler > 0) {
        endPiece();
        isPlain = false;
        return filler;
      }
      int character = word.codePointAt(at);
      run.appendCodePoint(character);
      piece.appendCodePoint(character);
      return Character.charCount(character);
    }

    private void endPiece() {
      endRun();
      if (!piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }

    private void endRun() {
      int[] characters = run.codePoints().toArray();
      run.setLength(0);
      if (characters.length == 1) {
        take(Character.toString(characters[0]), List.of(), SINGLE);
      }
      for (int i = 0; i + 1 < characters.length; i++) {
        take(new String(characters, i, 2), List.of(), 1 / Math.sqrt(characters.length - 1));
      }
    }

    private void take(String typed, List<String> others, double weight) {
      if (taken.add(typed)) {
        List<String> words = new ArrayList<>(List.of(typed));
        words.addAll(others);
        terms.add(new Term(words, weight));
      }
    }
  }
}
