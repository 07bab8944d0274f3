package org.openhall.content.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openhall.content.Synonyms;
import org.openhall.content.search.Fillers;
import org.openhall.content.search.Lexicon;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.Thesaurus;

/**
 * What a snapshot teaches about words: the names of its guides, its synonyms and departments. What
 * every question needs is there at once; the rest is learnt on another thread, and who asks for it
 * waits until it is.
 */
final class Vocabulary {
  /** Guides whose names are known by heart; the most sought come first. */
  private static final int GUIDES_KNOWN = 5000;

  private static final String NAMES =
      "SELECT "
          + TitleRow.COLUMNS
          + ", words.* FROM title JOIN words USING (n) WHERE kind = 0 AND"
          + Rows.EFFECTIVE
          + "ORDER BY title.n LIMIT "
          + GUIDES_KNOWN;

  private static final String DEPARTMENTS =
      "SELECT "
          + TitleRow.COLUMNS
          + " FROM title WHERE kind = "
          + TitleRow.number(Hit.Kind.DEPARTMENT)
          + " AND"
          + Rows.EFFECTIVE
          + "ORDER BY n";

  private static final String SYNONYMS =
      "SELECT "
          + Rows.RECORD_COLUMNS
          + " FROM record WHERE type = 'synonyms' AND"
          + Rows.EFFECTIVE
          + "ORDER BY id";

  private static final String LAST_GUIDE =
      "SELECT coalesce(max(n), 0) FROM title WHERE kind = " + TitleRow.number(Hit.Kind.GUIDE);

  private final Fillers fillers = new Fillers();
  private final Thesaurus thesaurus;
  private final long guides;
  private final CompletableFuture<Pinyin> pinyin;
  private final CompletableFuture<Lexicon> lexicon;

  private Vocabulary(Thesaurus thesaurus, List<String> names, long guides) {
    this.thesaurus = thesaurus;
    this.guides = guides;
    this.pinyin = CompletableFuture.supplyAsync(Pinyin::new);
    this.lexicon = pinyin.thenApplyAsync(readings -> new Lexicon(names, readings));
  }

  /** Reads the snapshot's words, and begins to learn them. */
  static Vocabulary of(Rows rows) throws UnreadableSnapshotException {
    Thesaurus thesaurus = new Thesaurus(groups(rows));
    long guides = rows.first(LAST_GUIDE, row -> row.getLong(1)).orElse(0L);
    return new Vocabulary(thesaurus, names(rows, thesaurus), guides);
  }

  /**
   * What people look for, the most sought first: words that mean the same, group after group, then
   * guides and what else they are called, then departments.
   */
  static List<String> names(Rows rows) throws UnreadableSnapshotException {
    return names(rows, new Thesaurus(groups(rows)));
  }

  private static List<String> names(Rows rows, Thesaurus thesaurus)
      throws UnreadableSnapshotException {
    List<String> names = new ArrayList<>(thesaurus.words());
    rows.list(
            NAMES, row -> namesOf(TitleRow.read(row).title(), SearchRows.names(row)), rows.today())
        .forEach(names::addAll);
    names.addAll(rows.list(DEPARTMENTS, row -> TitleRow.read(row).title(), rows.today()));
    return names;
  }

  Fillers fillers() {
    return fillers;
  }

  Thesaurus thesaurus() {
    return thesaurus;
  }

  /** Number of the last guide in the order of titles; all up to it are guides. */
  long guides() {
    return guides;
  }

  Pinyin pinyin() {
    return pinyin.join();
  }

  Lexicon lexicon() {
    return lexicon.join();
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
