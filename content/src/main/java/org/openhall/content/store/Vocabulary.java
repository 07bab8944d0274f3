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

  private static final String DEPARTMENTS =
      "SELECT title FROM title WHERE kind = "
          + TitleRow.number(Hit.Kind.DEPARTMENT)
          + " AND"
          + Rows.EFFECTIVE
          + "ORDER BY n";

  private static final String SYNONYMS =
      "SELECT " + Rows.RECORD_COLUMNS + " FROM record WHERE type = 'synonyms' AND" + Rows.EFFECTIVE;

  private static final String LAST_GUIDE =
      "SELECT coalesce(max(n), 0) FROM title WHERE kind = " + TitleRow.number(Hit.Kind.GUIDE);

  /** What is read from the snapshot; {@link #learnt} makes the rest of it. */
  record Source(List<Thesaurus.Group> groups, List<String> names, long guides) {
    Source {
      groups = List.copyOf(groups);
      names = List.copyOf(names);
    }

    static Source of(Rows rows) throws UnreadableSnapshotException {
      List<String> names = new ArrayList<>();
      rows.list(
              NAMES,
              row -> Vocabulary.namesOf(row.getString("title"), row.getString("names")),
              rows.today())
          .forEach(names::addAll);
      names.addAll(rows.list(DEPARTMENTS, row -> row.getString(1), rows.today()));
      long guides = rows.first(LAST_GUIDE, row -> row.getLong(1)).orElse(0L);
      return new Source(Vocabulary.groups(rows), names, guides);
    }

    /** Takes some tenths of a second, and nothing of the snapshot, so any thread may do it. */
    Vocabulary learnt() {
      Pinyin pinyin = new Pinyin();
      Thesaurus thesaurus = new Thesaurus(groups);
      List<String> all = new ArrayList<>(thesaurus.words());
      all.addAll(names);
      return new Vocabulary(pinyin, new Fillers(), thesaurus, new Lexicon(all, pinyin), guides);
    }
  }

  private static List<Thesaurus.Group> groups(Rows rows) throws UnreadableSnapshotException {
    return rows.records(Synonyms.class, SYNONYMS, rows.today()).stream()
        .flatMap(synonyms -> synonyms.groups().stream())
        .map(group -> new Thesaurus.Group(group.everyday(), group.official()))
        .toList();
  }

  /** The title as it is written, then aliases; numbers are no names. */
  private static List<String> namesOf(String title, String folded) {
    List<String> names = new ArrayList<>(List.of(title));
    folded.lines().skip(1).filter(Vocabulary::hasHan).forEach(names::add);
    return names;
  }

  private static boolean hasHan(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }
}
