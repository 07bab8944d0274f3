package org.openhall.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.content.search.Query;
import org.openhall.content.search.Query.PinyinQuery;
import org.openhall.content.store.Ranked.Tier;

/**
 * Finds records that have what was typed, in a row. The index says which records have the rarest
 * characters and pairs of the query; whether they stand in a row is then checked against the folded
 * text.
 */
final class PhraseSearch {
  /** Hits that are counted; more are shown as {@code 500+}. */
  static final int MAX_COUNT = 500;

  /**
   * Texts that are looked at before the first page counts as enough; the law book of a province,
   * unpacked and searched, takes some 0.03 ms.
   */
  private static final int LOOKED_AT = 100;

  private static final double WITHIN = 0.5;

  private static final String EFFECTIVE_ONES =
      " AND ? BETWEEN t.effective_from AND t.effective_until LIMIT " + (MAX_COUNT + 1);

  private static final String BY_BEGINNING =
      "SELECT DISTINCT t.n, kind, validity, own, names FROM name"
          + " CROSS JOIN title t ON t.n = name.n CROSS JOIN words w ON w.n = name.n"
          + " WHERE folded >= ? AND folded < ?"
          + EFFECTIVE_ONES;

  private static final String BY_INDEX =
      "SELECT t.n, kind, validity, own, names, initials, pinyin FROM name_index i"
          + " CROSS JOIN words w ON w.n = i.rowid CROSS JOIN title t ON t.n = i.rowid"
          + " WHERE name_index MATCH ?";

  private static final String BY_TEXT =
      "SELECT i.rowid AS n, length, folded FROM text_index i CROSS JOIN title t ON t.n = i.rowid"
          + " CROSS JOIN text x ON x.n = i.rowid"
          + " WHERE text_index MATCH ? AND ? BETWEEN t.effective_from AND t.effective_until";

  private final Rows rows;
  private final Texts texts;
  private final Rarest rarest;

  PhraseSearch(Rows rows, Texts texts) {
    this.rows = rows;
    this.texts = texts;
    this.rarest = new Rarest(rows);
  }

  /** Records whose names have it, by their place; {@link #MAX_COUNT} of each kind of find and 1. */
  Map<Long, Ranked> byName(Query query, List<PinyinQuery> pinyin)
      throws UnreadableSnapshotException {
    Map<Long, Ranked> named = new HashMap<>();
    String whole = query.whole();
    String beyond = whole + Character.toString(Character.MAX_CODE_POINT);
    Rows.Form<Ranked> form =
        row -> ranked(row, tier(row.getString("names"), query, row.getInt("kind")));
    keep(named, rows.list(BY_BEGINNING, form, whole, beyond, rows.today()));
    keep(named, byIndex(query, form));
    for (PinyinQuery way : pinyin) {
      keep(named, byPinyin(way));
    }
    return named;
  }

  private List<Ranked> byIndex(Query query, Rows.Form<Ranked> form)
      throws UnreadableSnapshotException {
    Rarest.Match match = rarest.of(query.tokens(), Rarest.Index.NAMES);
    List<Object> values = new ArrayList<>(List.of(match.expression()));
    StringBuilder sql = new StringBuilder(BY_INDEX);
    for (String word : query.words()) {
      sql.append(" AND instr(names, ?) > 0");
      values.add(word);
    }
    values.add(rows.today());
    return rows.list(sql + EFFECTIVE_ONES, form, values.toArray());
  }

  private List<Ranked> byPinyin(PinyinQuery way) throws UnreadableSnapshotException {
    String column = way.syllables() ? "pinyin" : "initials";
    String sql = BY_INDEX + " AND instr(" + column + ", ?) > 0" + EFFECTIVE_ONES;
    return rows.list(
        sql,
        row -> byPinyin(row, column, way.sequence()),
        way.match(),
        way.sequence(),
        rows.today());
  }

  /** A title that begins with it stands before one that has it within. */
  private static Ranked byPinyin(ResultSet row, String column, String sequence)
      throws SQLException {
    Ranked ranked = ranked(row, Tier.PINYIN);
    boolean begins = row.getString(column).startsWith(sequence);
    double score = begins ? 1 : WITHIN;
    return new Ranked(ranked.n(), Tier.PINYIN, ranked.kind(), ranked.past(), ranked.own(), score);
  }

  private static Ranked ranked(ResultSet row, Tier tier) throws SQLException {
    boolean past = Ranked.isPast(row.getString("validity"));
    return new Ranked(row.getLong("n"), tier, row.getInt("kind"), past, row.getBoolean("own"), 1);
  }

  private static Tier tier(String names, Query query, int kind) {
    String whole = query.whole();
    if (names.lines().anyMatch(whole::equals)) {
      return Tier.EXACT;
    }
    boolean isGuide = kind == TitleRow.number(Hit.Kind.GUIDE);
    if (isGuide ? names.lines().anyMatch(n -> n.startsWith(whole)) : names.startsWith(whole)) {
      return Tier.BEGINS;
    }
    if (!names.contains(whole)) {
      return Tier.WORDS_APART;
    }
    boolean isDepartment = kind == TitleRow.number(Hit.Kind.DEPARTMENT) && names.endsWith(whole);
    return isGuide || isDepartment ? Tier.GUIDE : Tier.CONTAINS;
  }

  private static void keep(Map<Long, Ranked> named, List<Ranked> found) {
    found.forEach(ranked -> named.merge(ranked.n(), ranked, Ranked::better));
  }

  /**
   * Records whose texts have it.
   *
   * @param isCut true if there may be more
   */
  record InTexts(List<Long> having, boolean isCut) {
    static final InTexts NONE = new InTexts(List.of(), false);

    List<Ranked> ranked(Tier tier) {
      return having.stream().map(n -> Ranked.inText(n, tier)).toList();
    }
  }

  /**
   * Looks into the texts of records that are not among those found already.
   *
   * @param enough how many found in all are enough once many texts have been looked at
   */
  InTexts byText(Query query, Set<Long> found, int enough) throws UnreadableSnapshotException {
    Rarest.Match match = rarest.of(query.tokens(), Rarest.Index.TEXTS);
    boolean decided = match.isWhole() && query.isDecidedByTokens();
    Look look = new Look(query, found, enough, decided);
    rows.scan(BY_TEXT, look, match.expression(), rows.today());
    return new InTexts(look.having, look.isCut);
  }

  /** Takes down the rows whose texts have the words. */
  private final class Look implements Rows.Form<Boolean> {
    private final List<String> words;
    private final Set<Long> found;
    private final int enough;
    private final boolean decided;
    private final List<Long> having = new ArrayList<>();
    private int lookedAt;
    private boolean isCut;

    /**
     * Begins.
     *
     * @param decided true if the index knows that they have them
     */
    Look(Query query, Set<Long> found, int enough, boolean decided) {
      this.words = query.words().stream().map(FoldedText::pattern).toList();
      this.found = found;
      this.enough = enough;
      this.decided = decided;
    }

    @Override
    public Boolean read(ResultSet row) throws SQLException, UnreadableSnapshotException {
      long n = row.getLong("n");
      if (!found.contains(n) && (decided || has(row))) {
        having.add(n);
      }
      int all = found.size() + having.size();
      isCut = all > MAX_COUNT || (all >= enough && lookedAt >= LOOKED_AT);
      return !isCut;
    }

    private boolean has(ResultSet row) throws SQLException, UnreadableSnapshotException {
      lookedAt++;
      return texts.read(row).has(words);
    }
  }
}
