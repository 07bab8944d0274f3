package org.openhall.content.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openhall.content.search.PinyinText;

/** Fills the search tables from the draft, in the order of the titles. */
final class SearchTables implements AutoCloseable {
  private static final String DRAFT =
      "SELECT n, title.own, names, text_length, text"
          + " FROM title CROSS JOIN draft.line ON line.id = title.id ORDER BY n";

  private static final int TELL_EVERY = 500;

  private final SearchTokens tokens = new SearchTokens();
  private final Connection connection;
  private final SearchRows rows;
  private final Insert nameIndex;
  private final Insert textIndex;

  SearchTables(Connection connection) throws SQLException {
    this.connection = connection;
    rows = new SearchRows(connection);
    nameIndex = new Insert(connection, "name_index (rowid, tokens)", 2);
    textIndex = new Insert(connection, "text_index (rowid, tokens)", 2);
  }

  /** Reads the whole draft. */
  void fill(BuildProgress progress) throws SQLException {
    long records = 0;
    try (PreparedStatement draft = connection.prepareStatement(DRAFT);
        ResultSet row = draft.executeQuery()) {
      while (row.next()) {
        add(row);
        if (++records % TELL_EVERY == 0) {
          progress.indexed(records);
        }
      }
      progress.indexed(records);
    }
  }

  private void add(ResultSet row) throws SQLException {
    long n = row.getLong("n");
    boolean own = row.getBoolean("own");
    String names = row.getString("names");
    PinyinText reading = tokens.reading(names);
    rows.addNames(n, names, reading);
    nameIndex.row(n, SearchTokens.ofNames(names, reading, own));
    int length = row.getInt("text_length");
    if (length > 0) {
      byte[] packed = row.getBytes("text");
      rows.addText(n, length, packed);
      textIndex.row(n, tokens.ofText(packed, length, own));
    }
  }

  @Override
  public void close() throws SQLException {
    try (tokens;
        rows;
        nameIndex;
        textIndex) {
      // closed in this order, whatever fails
    }
  }
}
