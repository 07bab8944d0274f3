package org.openhall.content.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings the titles of a copied snapshot up to date: takes out those of the records that are gone
 * or have changed, and puts in the draft's. Every number whose title is another than before is
 * noted as touched, for {@link IndexUpdate}.
 */
final class TitleUpdate implements AutoCloseable {
  private static final String LINES =
      "SELECT r, kind, rank, length, id FROM draft.line ORDER BY kind, rank, length, id";

  private static final String TITLE =
      "INSERT INTO title SELECT ?, id, kind, title, publisher, document_number, index_number, day,"
          + " year, category_id, item_type, theme, genre, validity, natural_person, legal_person,"
          + " cases, complete, sample, own, effective_from, effective_until, seal"
          + " FROM draft.line WHERE r = ?";

  private static final String KNOWN =
      "INSERT OR IGNORE INTO draft.touched SELECT n, own, names, coalesce(length, 0),"
          + " coalesce(folded, x'') FROM title JOIN words USING (n) LEFT JOIN text USING (n)"
          + " WHERE title.n = ?";

  private final Connection connection;
  private final Sql sql;
  private final TitleOrder order;
  private final SearchRows rows;
  private final SearchTokens tokens = new SearchTokens();

  TitleUpdate(Connection connection) throws SQLException {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.order = new TitleOrder(sql, this::move);
    this.rows = new SearchRows(connection);
  }

  private record Line(long r, TitleKey key) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(row.getLong("r"), TitleKey.ofDraft(row));
    }
  }

  void run() throws SQLException {
    Optional<String> id = goneAfter("");
    while (id.isPresent()) {
      OptionalLong n = sql.number("SELECT n FROM title WHERE id = ?", id.get());
      if (n.isPresent()) {
        takeOut(n.getAsLong(), id.get());
      }
      id = goneAfter(id.get());
    }
    putIn();
  }

  private Optional<String> goneAfter(String id) throws SQLException {
    String next = "SELECT id FROM draft.gone WHERE id > ? ORDER BY id LIMIT 1";
    return sql.first(next, row -> row.getString(1), id);
  }

  /** What has the same place as before keeps its number. */
  private void takeOut(long n, String id) throws SQLException {
    touch(n);
    TitleKey key = order.keyOf(n);
    rows.delete(n);
    sql.run("DELETE FROM title WHERE n = ?", n);
    String line = "SELECT r, kind, rank, length, id FROM draft.line WHERE id = ?";
    Optional<Line> same = sql.first(line, Line::of, id).filter(l -> l.key().equals(key));
    if (same.isPresent()) {
      insert(n, same.get().r());
      sql.run("DELETE FROM draft.line WHERE r = ?", same.get().r());
    }
  }

  /** Lines that come between the same two titles are put in together. */
  private void putIn() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LINES);
        ResultSet row = statement.executeQuery()) {
      boolean more = row.next();
      while (more) {
        List<Line> group = new ArrayList<>(List.of(Line.of(row)));
        TitleOrder.Place place = order.placeOf(group.getFirst().key());
        Optional<TitleKey> end = keyAt(place.after());
        more = row.next();
        while (more && isBefore(Line.of(row).key(), group.getFirst().key(), end)) {
          group.add(Line.of(row));
          more = row.next();
        }
        insert(order.numbers(place, group.size()), group);
      }
    }
  }

  private Optional<TitleKey> keyAt(OptionalLong n) throws SQLException {
    return n.isPresent() ? Optional.of(order.keyOf(n.getAsLong())) : Optional.empty();
  }

  private static boolean isBefore(TitleKey key, TitleKey first, Optional<TitleKey> end) {
    return key.kind() == first.kind() && (end.isEmpty() || key.compareTo(end.get()) < 0);
  }

  private void insert(List<Long> numbers, List<Line> lines) throws SQLException {
    for (int i = 0; i < lines.size(); i++) {
      insert(numbers.get(i), lines.get(i).r());
    }
  }

  private void insert(long n, long r) throws SQLException {
    touch(n);
    sql.run(TITLE, n, r);
    String words = "SELECT names, text_length, text FROM draft.line WHERE r = ?";
    boolean _ = sql.first(words, row -> addRows(n, row), r).orElseThrow();
  }

  private boolean addRows(long n, ResultSet row) throws SQLException {
    String names = row.getString("names");
    rows.addNames(n, names, tokens.reading(names));
    int length = row.getInt("text_length");
    if (length > 0) {
      rows.addText(n, length, row.getBytes("text"));
    }
    return true;
  }

  private void move(long from, long to) throws SQLException {
    touch(from);
    touch(to);
    sql.run("UPDATE title SET n = ? WHERE n = ?", to, from);
    rows.move(from, to);
  }

  /** Notes what the index knows of a number before its title changes for the first time. */
  private void touch(long n) throws SQLException {
    if (sql.run(KNOWN, n) == 0) {
      sql.run("INSERT OR IGNORE INTO draft.touched VALUES (?, 0, NULL, 0, x'')", n);
    }
  }

  @Override
  public void close() throws SQLException {
    try (sql;
        rows;
        tokens) {
      // closed in this order, whatever fails
    }
  }
}
