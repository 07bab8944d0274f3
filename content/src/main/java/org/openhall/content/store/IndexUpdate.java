package org.openhall.content.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the index up to date: for each number that was touched, in ascending order as the index
 * wants it, the tokens that its title has lost and those that it has got.
 */
final class IndexUpdate implements AutoCloseable {
  private static final String BEFORE =
      "SELECT n, own, names, text_length, text FROM draft.touched WHERE n > ? ORDER BY n LIMIT 1";

  private static final String NOW =
      "SELECT n, own, names, coalesce(length, 0) AS text_length, folded AS text"
          + " FROM title JOIN words USING (n) LEFT JOIN text USING (n) WHERE title.n = ?";

  private static final int TELL_EVERY = 500;

  /** Pages that an update writes for merging at most; 20 MB, some 0.3 s. */
  private static final int MERGED_PAGES = 5_000;

  private final Connection connection;
  private final Sql sql;
  private final SearchTokens tokens = new SearchTokens();
  private final CommonTokens common;

  IndexUpdate(Connection connection) {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.common = new CommonTokens(sql);
  }

  private record Known(long n, Set<String> names, Set<String> text) {}

  void run(BuildProgress progress) throws SQLException {
    long titles = 0;
    Optional<Known> before = sql.first(BEFORE, this::known, -1);
    while (before.isPresent()) {
      long n = before.get().n();
      Known now = sql.first(NOW, this::known, n).orElse(new Known(n, Set.of(), Set.of()));
      update(CommonTokens.Index.NAMES, n, before.get().names(), now.names());
      update(CommonTokens.Index.TEXTS, n, before.get().text(), now.text());
      if (++titles % TELL_EVERY == 0) {
        progress.indexed(titles);
      }
      before = sql.first(BEFORE, this::known, n);
    }
    common.update(connection);
    for (CommonTokens.Index index : CommonTokens.Index.values()) {
      merge(index.table());
    }
    progress.indexed(titles);
  }

  /**
   * Each update leaves a piece of index, and a search looks into every piece. Left alone SQLite
   * merges them by what was written, which small updates seldom reach; here two of a size become
   * one, so that there are a few after any number of updates.
   */
  private void merge(String table) throws SQLException {
    sql.run("INSERT INTO %1$s (%1$s, rank) VALUES ('usermerge', 2)".formatted(table));
    sql.run("INSERT INTO %1$s (%1$s, rank) VALUES ('merge', ?)".formatted(table), MERGED_PAGES);
  }

  private Known known(ResultSet row) throws SQLException {
    boolean own = row.getBoolean("own");
    String names = row.getString("names");
    int length = row.getInt("text_length");
    String ofNames = names == null ? "" : tokens.ofNames(names, own);
    String ofText = length == 0 ? "" : tokens.ofText(row.getBytes("text"), length, own);
    return new Known(row.getLong("n"), split(ofNames), split(ofText));
  }

  private static Set<String> split(String tokens) {
    Set<String> set = new HashSet<>();
    for (String token : tokens.split(" ", -1)) {
      if (!token.isEmpty()) {
        set.add(token);
      }
    }
    return set;
  }

  private void update(CommonTokens.Index index, long n, Set<String> before, Set<String> now)
      throws SQLException {
    Set<String> lost = new HashSet<>(before);
    lost.removeAll(now);
    Set<String> got = new HashSet<>(now);
    got.removeAll(before);
    String table = index.table();
    if (!lost.isEmpty()) {
      sql.run(
          "INSERT INTO %1$s (%1$s, rowid, tokens) VALUES ('delete', ?, ?)".formatted(table),
          n,
          String.join(" ", lost));
    }
    if (!got.isEmpty()) {
      sql.run(
          "INSERT INTO %s (rowid, tokens) VALUES (?, ?)".formatted(table),
          n,
          String.join(" ", got));
    }
    common.count(index, lost, -1);
    common.count(index, got, 1);
  }

  @Override
  public void close() throws SQLException {
    try (sql;
        tokens) {
      // closed in this order, whatever fails
    }
  }
}
