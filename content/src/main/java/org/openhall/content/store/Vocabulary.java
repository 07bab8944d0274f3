package org.openhall.content.store;

import java.util.ArrayList;
import java.util.List;
import org.openhall.content.Synonyms;
import org.openhall.content.search.Fillers;
import org.openhall.content.search.Lexicon;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.Thesaurus;

/**
 * What a snapshot teaches about words: the names of its guides, its synonyms and departments.
 *
 * @param guides number of the last guide in the order of titles; all up to it are guides
 */
record Vocabulary(
    Pinyin pinyin, Fillers fillers, Thesaurus thesaurus, Lexicon lexicon, long guides) {
  /** Guides whose names are known by heart; the most sought come first. */
  private static final int GUIDES_KNOWN = 5000;

  private static final String NAMES =
      "SELECT title, names FROM title JOIN words USING (n) WHERE kind = 0 AND"
          + Rows.EFFECTIVE
          + "ORDER BY n LIMIT "
          + GUIDES_KNOWN;

  private static final String SYNONYMS =
      "SELECT " + Rows.RECORD_COLUMNS + " FROM record WHERE type = 'synonyms' AND" + Rows.EFFECTIVE;

  private static final String LAST_GUIDE =
      "SELECT coalesce(max(n), 0) FROM title WHERE kind = " + TitleRow.number(Hit.Kind.GUIDE);

  /** Reads it, which takes some tenths of a second. */
  static Vocabulary of(Rows rows) throws UnreadableSnapshotException {
    Pinyin pinyin = new Pinyin();
    Thesaurus thesaurus = new Thesaurus(groups(rows));
    List<String> names = new ArrayList<>(thesaurus.words());
    rows.list(NAMES, row -> names(row.getString("title"), row.getString("names")), rows.today())
        .forEach(names::addAll);
    long guides = rows.first(LAST_GUIDE, row -> row.getLong(1)).orElse(0L);
    return new Vocabulary(pinyin, new Fillers(), thesaurus, new Lexicon(names, pinyin), guides);
  }

  private static List<Thesaurus.Group> groups(Rows rows) throws UnreadableSnapshotException {
    return rows.records(Synonyms.class, SYNONYMS, rows.today()).stream()
        .flatMap(synonyms -> synonyms.groups().stream())
        .map(group -> new Thesaurus.Group(group.everyday(), group.official()))
        .toList();
  }

  /** The title as it is written, then aliases; numbers are no names. */
  private static List<String> names(String title, String folded) {
    List<String> names = new ArrayList<>(List.of(title));
    folded.lines().skip(1).filter(Vocabulary::hasHan).forEach(names::add);
    return names;
  }

  private static boolean hasHan(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }
}
