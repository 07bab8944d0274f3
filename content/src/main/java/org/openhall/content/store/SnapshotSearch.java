package org.openhall.content.store;

import com.github.luben.zstd.ZstdException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.Query;
import org.openhall.content.search.Query.PinyinQuery;
import org.openhall.content.search.SearchText;

/**
 * Finds records by name and by text. The index says which records have all characters and pairs of
 * the query; whether they stand in a row is then checked against the folded text.
 */
final class SnapshotSearch {
  /** Hits that are counted; more are shown as {@code 500+}. */
  private static final int MAX_COUNT = 500;

  private static final String EFFECTIVE_ONES =
      " AND ? BETWEEN t.effective_from AND t.effective_until LIMIT " + (MAX_COUNT + 1);

  private static final String BY_BEGINNING =
      "SELECT DISTINCT t.n, kind, length(title) AS length, names FROM name"
          + " CROSS JOIN title t ON t.n = name.n CROSS JOIN words w ON w.n = name.n"
          + " WHERE folded >= ? AND folded < ?"
          + EFFECTIVE_ONES;

  private static final String BY_INDEX =
      "SELECT t.n, kind, length(title) AS length, names, initials, pinyin FROM name_index i"
          + " CROSS JOIN words w ON w.n = i.rowid CROSS JOIN title t ON t.n = i.rowid"
          + " WHERE name_index MATCH ?";

  private static final String BY_TEXT =
      "SELECT i.rowid AS n, length, folded FROM text_index i CROSS JOIN title t ON t.n = i.rowid"
          + " CROSS JOIN text x ON x.n = i.rowid"
          + " WHERE text_index MATCH ? AND ? BETWEEN t.effective_from AND t.effective_until";

  private final Rows rows;
  private @Nullable Pinyin pinyin;

  SnapshotSearch(Rows rows) {
    this.rows = rows;
  }

  SearchResult search(String typed, int limit) throws UnreadableSnapshotException {
    Query query = Query.of(typed);
    if (query.isEmpty()) {
      return SearchResult.NONE;
    }
    Map<Long, NameMatch> named = byName(query);
    List<Long> texts = named.size() > MAX_COUNT ? List.of() : byText(query, named.keySet());
    List<Hit> hits = new ArrayList<>();
    for (NameMatch match : named.values().stream().sorted(NameMatch.BEST_FIRST).toList()) {
      if (hits.size() < limit) {
        hits.add(title(match.n()).asHit(Hit.Where.TITLE, null));
      }
    }
    for (long n : texts) {
      if (hits.size() < limit) {
        hits.add(textHit(title(n), query));
      }
    }
    long count = (long) named.size() + texts.size();
    return new SearchResult(hits, Math.min(count, MAX_COUNT), count > MAX_COUNT);
  }

  private Map<Long, NameMatch> byName(Query query) throws UnreadableSnapshotException {
    Map<Long, NameMatch> named = new HashMap<>();
    String whole = query.whole();
    String beyond = whole + Character.toString(Character.MAX_CODE_POINT);
    Rows.Form<NameMatch> form = row -> match(row, NameMatch.quality(row.getString("names"), query));
    keep(named, rows.list(BY_BEGINNING, form, whole, beyond, rows.today()));
    keep(named, byIndex(query, form));
    if (query.isLetters()) {
      for (PinyinQuery way : query.pinyin(pinyin())) {
        keep(named, byPinyin(way));
      }
    }
    return named;
  }

  private List<NameMatch> byIndex(Query query, Rows.Form<NameMatch> form)
      throws UnreadableSnapshotException {
    List<Object> values = new ArrayList<>(List.of(query.match()));
    StringBuilder sql = new StringBuilder(BY_INDEX);
    for (String word : query.words()) {
      sql.append(" AND instr(names, ?) > 0");
      values.add(word);
    }
    values.add(rows.today());
    return rows.list(sql + EFFECTIVE_ONES, form, values.toArray());
  }

  private List<NameMatch> byPinyin(PinyinQuery way) throws UnreadableSnapshotException {
    String column = way.syllables() ? "pinyin" : "initials";
    String sql = BY_INDEX + " AND instr(" + column + ", ?) > 0" + EFFECTIVE_ONES;
    return rows.list(
        sql, row -> match(row, NameMatch.PINYIN), way.match(), way.sequence(), rows.today());
  }

  private static NameMatch match(ResultSet row, int quality) throws SQLException {
    return new NameMatch(row.getLong("n"), quality, row.getInt("kind"), row.getInt("length"));
  }

  private static void keep(Map<Long, NameMatch> named, List<NameMatch> matches) {
    for (NameMatch match : matches) {
      named.merge(match.n(), match, (a, b) -> a.quality() <= b.quality() ? a : b);
    }
  }

  private List<Long> byText(Query query, Set<Long> named) throws UnreadableSnapshotException {
    List<Long> texts = new ArrayList<>();
    List<String> words = query.words().stream().map(SnapshotSearch::asLatin1).toList();
    boolean decided = query.isDecidedByIndex();
    rows.scan(
        BY_TEXT,
        row -> {
          long n = row.getLong("n");
          if (!named.contains(n) && (decided || contains(row, words))) {
            texts.add(n);
          }
          return named.size() + texts.size() <= MAX_COUNT;
        },
        query.match(),
        rows.today());
    return texts;
  }

  /**
   * Whether the row's text has all words. Both are UTF-8 seen as Latin-1, one char a byte: UTF-8
   * matches only at whole characters, and such strings are searched fast.
   */
  private boolean contains(ResultSet row, List<String> words)
      throws SQLException, UnreadableSnapshotException {
    try {
      byte[] folded = rows.unpack(row.getBytes("folded"), row.getInt("length"));
      String text = new String(folded, StandardCharsets.ISO_8859_1);
      return words.stream().allMatch(text::contains);
    } catch (ZstdException e) {
      throw new UnreadableSnapshotException("A text of the search index is damaged", e);
    }
  }

  private static String asLatin1(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private TitleRow title(long n) throws UnreadableSnapshotException {
    return rows.first("SELECT " + TitleRow.COLUMNS + " FROM title WHERE n = ?", TitleRow::read, n)
        .orElseThrow(() -> new UnreadableSnapshotException("The search index is damaged", null));
  }

  private Hit textHit(TitleRow title, Query query) throws UnreadableSnapshotException {
    Optional<String> excerpt =
        rows.find(title.id()).flatMap(r -> Excerpt.of(SearchText.of(r).lines(), query));
    return title.asHit(Hit.Where.TEXT, excerpt.orElse(null));
  }

  /** The pinyin tables are loaded when letters are first typed, not at the start of the kiosk. */
  private Pinyin pinyin() {
    Pinyin loaded = pinyin == null ? new Pinyin() : pinyin;
    pinyin = loaded;
    return loaded;
  }
}
