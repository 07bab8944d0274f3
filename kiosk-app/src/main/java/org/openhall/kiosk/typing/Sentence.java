package org.openhall.kiosk.typing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest rows of words that all letters together may stand for (Viterbi's way, with a few of
 * the best rows kept at every letter, as what a word costs depends on the one before).
 */
final class Sentence {
  /** What each further word costs, lest two frequent characters beat every rarer word. */
  private static final float JOINT = 2;

  /** The least that a word costs behind another. */
  private static final float LEAST = 1;

  /** How far what is known of words counts where a word is typed by its beginnings only. */
  private static final float SHORTENED = 0.3f;

  /** How far it counts for the first word. */
  private static final float BEGINNING = 0.2f;

  /** Rows kept at every letter. */
  private static final int KEPT = 6;

  /** Words tried of those that sound alike. */
  private static final int ALIKE = 6;

  /** Rows offered. */
  private static final int OFFERED = 3;

  private final Phrases phrases;
  private final Lattice lattice;

  /** The rows that end at each letter: with every key right, and with one wrong. */
  private final List<List<Row>> asTyped = new ArrayList<>();

  private final List<List<Row>> mended = new ArrayList<>();

  /** Words in a row, known by the last of them. */
  private record Row(@Nullable Row before, Lexicon lexicon, int word, float cost) {
    int sign() {
      return lexicon.sign(word);
    }

    boolean isMatter() {
      return lexicon.isService(word);
    }

    String text() {
      return (before == null ? "" : before.text()) + lexicon.text(word);
    }

    int words() {
      return before == null ? 1 : before.words() + 1;
    }
  }

  private Sentence(Phrases phrases, Lattice lattice) {
    this.phrases = phrases;
    this.lattice = lattice;
    for (int i = 0; i <= lattice.length(); i++) {
      asTyped.add(new ArrayList<>(KEPT + 1));
      mended.add(new ArrayList<>(KEPT + 1));
    }
  }

  /**
   * What was found.
   *
   * @param words how many words it has, 1 and up
   */
  record Found(String text, float cost, int words) {}

  /** The sentences, cheapest first; none if the letters are not pinyin to their end. */
  static List<Found> of(Known known, Lattice lattice) {
    Sentence sentence = new Sentence(known.phrases(), lattice);
    sentence.read(true, sentence.asTyped, lattice::walk, sentence.asTyped);
    return found(sentence.asTyped);
  }

  /** The sentences with one wrong key in them. */
  static List<Found> withSlip(Known known, Lattice lattice) {
    Sentence sentence = new Sentence(known.phrases(), lattice);
    sentence.read(true, sentence.asTyped, lattice::walk, sentence.asTyped);
    sentence.read(true, sentence.asTyped, lattice::walkWithSlip, sentence.mended);
    sentence.read(false, sentence.mended, lattice::walk, sentence.mended);
    return found(sentence.mended);
  }

  private static List<Found> found(List<List<Row>> rows) {
    return rows.getLast().stream()
        .limit(OFFERED)
        .map(row -> new Found(row.text(), row.cost(), row.words()))
        .toList();
  }

  /** A way to the words that begin at a letter. */
  private interface Words {
    void walk(int from, Lattice.Visitor visitor);
  }

  /**
   * Goes on from rows.
   *
   * @param begins whether what has no word before it is a beginning
   */
  private void read(boolean begins, List<List<Row>> before, Words words, List<List<Row>> rows) {
    for (int at = 0; at < lattice.length(); at++) {
      List<Row> there = before.get(at);
      if ((at == 0 && begins) || !there.isEmpty()) {
        words.walk(
            at, (lexicon, node, way) -> reach(lexicon, node, way, there, rows.get(way.end())));
      }
    }
  }

  private void reach(Lexicon lexicon, int node, Lattice.Way way, List<Row> before, List<Row> rows) {
    float trust = way.shortened() ? SHORTENED : 1;
    int first = lexicon.firstWord(node);
    int last = Math.min(lexicon.endOfWords(node), first + ALIKE);
    for (int word = first; word < last; word++) {
      float alone = way.cost() + lexicon.cost(word);
      if (before.isEmpty()) {
        float saved =
            phrases.saved(Phrases.START, false, lexicon.sign(word), lexicon.isService(word));
        keep(new Row(null, lexicon, word, alone - BEGINNING * saved), rows);
      } else {
        append(before, new Row(null, lexicon, word, alone + JOINT), trust, rows);
      }
    }
  }

  private void append(List<Row> before, Row word, float trust, List<Row> rows) {
    for (Row row : before) {
      if (row.cost() + word.cost() - trust * Phrases.MOST_SAVED >= worst(rows)) {
        return;
      }
      float saved = trust * phrases.saved(row.sign(), row.isMatter(), word.sign(), word.isMatter());
      float cost = row.cost() + Math.max(LEAST, word.cost() - saved);
      keep(new Row(row, word.lexicon(), word.word(), cost), rows);
    }
  }

  private static float worst(List<Row> there) {
    return there.size() < KEPT ? Float.MAX_VALUE : there.getLast().cost();
  }

  /** Keeps a row if it is one of the cheapest, and of those that end alike the cheapest. */
  private static void keep(Row row, List<Row> there) {
    if (row.cost() >= worst(there)) {
      return;
    }
    int place = 0;
    while (place < there.size() && there.get(place).cost() <= row.cost()) {
      if (there.get(place).sign() == row.sign()) {
        return;
      }
      place++;
    }
    there.add(place, row);
    for (int i = there.size() - 1; i > place; i--) {
      if (i >= KEPT || there.get(i).sign() == row.sign()) {
        there.remove(i);
      }
    }
  }
}
