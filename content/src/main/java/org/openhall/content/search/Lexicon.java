package org.openhall.content.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that people look for most: matters, what they are called in everyday words,
 * departments. Completes what is being typed, and puts right what was typed wrong.
 */
public final class Lexicon {
  private final List<Name> names;
  private final SoundTable table;
  private final KnownNames known;
  private final Spelling spelling;
  private final LetterReading letters;

  /** A name, its letters and initials, and where in the letters each character begins. */
  private record Name(
      String shown, String folded, String letters, String initials, List<Integer> starts) {
    static Name of(String shown, String folded, List<String> syllables) {
      StringBuilder letters = new StringBuilder();
      StringBuilder initials = new StringBuilder();
      List<Integer> starts = new ArrayList<>();
      for (String syllable : syllables) {
        starts.add(letters.length());
        letters.append(syllable);
        initials.append(syllable.isEmpty() ? ' ' : syllable.charAt(0));
      }
      return new Name(shown, folded, letters.toString(), initials.toString(), List.copyOf(starts));
    }

    boolean hasSyllablesOf(String typed) {
      return starts.stream().anyMatch(start -> letters.startsWith(typed, start));
    }
  }

  /**
   * Learns names.
   *
   * @param shown the names as they are written, the most sought first; what occurs twice counts
   *     once
   */
  public Lexicon(Iterable<String> shown, Pinyin pinyin) {
    Map<String, Name> distinct = new LinkedHashMap<>();
    for (String name : shown) {
      String folded = Folding.fold(name);
      if (folded.length() > 1) {
        distinct.computeIfAbsent(folded, f -> Name.of(name, f, pinyin.syllables(f)));
      }
    }
    names = List.copyOf(distinct.values());
    table = new SoundTable(pinyin);
    known = new KnownNames(names.stream().map(Name::folded).toList(), table);
    spelling = new Spelling(known);
    letters = new LetterReading(known, table, pinyin);
  }

  /**
   * Names that go on as was typed, in Chinese, in pinyin or by initials: first those that begin so,
   * then those that have it within.
   *
   * @param limit names wanted at most
   */
  public List<String> completions(String typed, int limit) {
    String folded = Query.of(typed).whole();
    Set<String> found = new LinkedHashSet<>();
    if (!folded.isEmpty()) {
      names.stream().filter(n -> begins(n, folded)).limit(limit).forEach(n -> found.add(n.shown()));
      names.stream()
          .filter(n -> found.size() < limit && within(n, folded))
          .limit(limit)
          .forEach(n -> found.add(n.shown()));
    }
    return found.stream().limit(limit).toList();
  }

  private static boolean begins(Name name, String typed) {
    return name.folded().startsWith(typed)
        || (isLetters(typed)
            && (name.initials().startsWith(typed) || name.letters().startsWith(typed)));
  }

  private static boolean within(Name name, String typed) {
    if (name.folded().contains(typed)) {
      return true;
    }
    if (!isLetters(typed) || typed.length() < 2) {
      return false;
    }
    return name.initials().contains(typed) || name.hasSyllablesOf(typed);
  }

  private static boolean isLetters(String text) {
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /**
   * What was most likely meant by words that find little: wrong characters put right, letters read
   * as Chinese. Empty if nothing better is known.
   */
  public Optional<String> meant(Query query) {
    if (query.isLetters()) {
      return query.whole().length() < 3 ? Optional.empty() : letters.read(query.whole());
    }
    List<String> words = new ArrayList<>();
    query.words().forEach(word -> words.add(spelling.corrected(table.spoken(word))));
    String corrected = String.join(" ", words);
    return corrected.equals(String.join(" ", query.words()))
        ? Optional.empty()
        : Optional.of(corrected);
  }
}
