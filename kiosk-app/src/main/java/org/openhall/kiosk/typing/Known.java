package org.openhall.kiosk.typing;

import java.util.List;
import java.util.Map;
import org.openhall.content.store.ShownNames;

/**
 * All that letters are read by. It is never changed: what is learnt makes another.
 *
 * @param syllables those of all words
 * @param lexicons the dictionaries, then the words of this hall if its content is known
 * @param phrases which words follow each other
 * @param next what may come behind words
 */
record Known(Syllables syllables, List<Lexicon> lexicons, Phrases phrases, NextWords next) {
  Known {
    lexicons = List.copyOf(lexicons);
  }

  /** The words of all dictionaries; what a hall adds is learnt from here every time. */
  record Dictionaries(
      Syllables syllables, TextIndex words, Map<String, Map<String, Integer>> followers) {

    /** Reads by the dictionaries alone. */
    Known alone() {
      return new Known(
          syllables,
          List.of(words.lexicon()),
          new Phrases(PhraseList.counts(followers)),
          new NextWords(List.of(words), followers));
    }

    /** Reads by the dictionaries and the words of a hall. */
    Known with(ShownNames names) {
      HallWords hall = new HallWords(names, new Segments(words), syllables);
      Phrases.Counts counts = PhraseList.counts(followers);
      hall.addPairsTo(counts);
      TextIndex ofHall = new TextIndex(Lexicon.of(hall.entries(), syllables));
      return new Known(
          syllables,
          List.of(words.lexicon(), ofHall.lexicon()),
          new Phrases(counts),
          new NextWords(List.of(words, ofHall), followers));
    }
  }
}
