package org.openhall.content.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Keeps the table of common tokens right while an update changes the index. */
final class CommonTokens {
  /** Tokens whose numbers are kept in memory; of more, all are counted anew. */
  private static final int MOST_TOKENS = 300_000;

  /** Records that have a token which is not in the table, at most; common.sql too. */
  static final long RARE = 255;

  /** An index with the number that stands for it in the table. */
  enum Index {
    NAMES(0, "name_index"),
    TEXTS(1, "text_index");

    private final int place;
    private final String table;

    Index(int place, String table) {
      this.place = place;
      this.table = table;
    }

    String table() {
      return table;
    }
  }

  private record Token(Index index, String text) {}

  private final Sql sql;
  private final Map<Token, Integer> changes = new HashMap<>();
  private boolean tooMany;

  CommonTokens(Sql sql) {
    this.sql = sql;
  }

  /** So many more records have each of these tokens. */
  void count(Index index, Iterable<String> tokens, int more) {
    for (String token : tokens) {
      changes.merge(new Token(index, token), more, Integer::sum);
    }
    if (changes.size() > MOST_TOKENS) {
      tooMany = true;
      changes.clear();
    }
  }

  /** Writes it down, when the index is up to date. */
  void update(Connection connection) throws SQLException {
    if (tooMany) {
      Schema.run(connection, "common.sql");
      return;
    }
    for (Map.Entry<Token, Integer> change : changes.entrySet()) {
      update(change.getKey(), change.getValue());
    }
  }

  private void update(Token token, int more) throws SQLException {
    int place = token.index().place;
    OptionalLong known =
        sql.number(
            "SELECT records FROM common_token WHERE place = ? AND token = ?", place, token.text());
    if (more == 0 || (known.isEmpty() && more < 0)) {
      return;
    }
    long records = known.isPresent() ? known.getAsLong() + more : counted(token);
    if (records > RARE) {
      sql.run("INSERT OR REPLACE INTO common_token VALUES (?, ?, ?)", place, token.text(), records);
    } else if (known.isPresent()) {
      sql.run("DELETE FROM common_token WHERE place = ? AND token = ?", place, token.text());
    }
  }

  private long counted(Token token) throws SQLException {
    String count = "SELECT count(*) FROM %1$s WHERE %1$s MATCH ?".formatted(token.index().table);
    return sql.number(count, '"' + token.text() + '"').orElseThrow();
  }
}
