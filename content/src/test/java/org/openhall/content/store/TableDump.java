package org.openhall.content.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.openhall.content.codec.EncodedRecord;

/** All that two snapshots hold, but for the numbers of their titles and records. */
final class TableDump {
  private static final String TITLE =
      "id, kind, title, publisher, document_number, index_number, day, year, category_id,"
          + " item_type, theme, genre, validity, natural_person, legal_person, cases, complete,"
          + " sample, own, effective_from, effective_until, hex(seal)";

  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM release",
          "SELECT * FROM channel ORDER BY name",
          "SELECT id, type, channel, effective_from, effective_until, sample, hex(sha256),"
              + " packed_from, hex(json) FROM record ORDER BY id",
          "SELECT * FROM node ORDER BY id",
          "SELECT * FROM placement ORDER BY place, id",
          "SELECT * FROM attached ORDER BY id",
          "SELECT " + TITLE + " FROM title ORDER BY n",
          "SELECT id, names, initials, pinyin FROM words LEFT JOIN title USING (n) ORDER BY n",
          "SELECT id, folded FROM name LEFT JOIN title USING (n) ORDER BY n, folded",
          "SELECT id, length, hex(folded) FROM text LEFT JOIN title USING (n) ORDER BY n",
          "SELECT term, id FROM temp.names LEFT JOIN title ON n = doc ORDER BY term, n, doc",
          "SELECT term, id FROM temp.texts LEFT JOIN title ON n = doc ORDER BY term, n, doc",
          "SELECT * FROM common_token ORDER BY place, token",
          "PRAGMA integrity_check");

  /** Tables and indexes as they were made, without those that the database made for itself. */
  private static final String MADE =
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
          + " AND name NOT LIKE '%_index__%' ORDER BY name";

  private TableDump() {}

  static void assertSame(Path expected, Path found) throws SQLException {
    for (String query : QUERIES) {
      assertEquals(rows(expected, query), rows(found, query), query);
    }
  }

  /**
   * Of the tables, of all rows, and of the numbers of titles; but not of packed bytes, which
   * another version of the packer writes otherwise: the records' hashes and the tokens stand for
   * them.
   */
  static String sha256(Path db) throws SQLException {
    List<String> all = new ArrayList<>(rows(db, MADE));
    all.addAll(rows(db, "SELECT n, id FROM title ORDER BY n"));
    for (String query : QUERIES) {
      all.addAll(rows(db, query.replace(", hex(json)", "").replace(", hex(folded)", "")));
    }
    return HexFormat.of().formatHex(EncodedRecord.sha256(String.join("\n", all).getBytes(UTF_8)));
  }

  /** The number of a snapshot's form. */
  static String form(Path db) throws SQLException {
    return rows(db, "PRAGMA user_version").getFirst();
  }

  private static List<String> rows(Path db, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIRTUAL TABLE temp.names USING fts5vocab (main, name_index, instance)");
      statement.execute(
          "CREATE VIRTUAL TABLE temp.texts USING fts5vocab (main, text_index, instance)");
      try (ResultSet row = statement.executeQuery(query)) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            values.add(String.valueOf(row.getString(i)));
          }
          rows.add(String.join("|", values));
        }
      }
    }
    return rows;
  }
}
