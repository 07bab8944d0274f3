package org.openhall.content.store;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openhall.content.search.Grams;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.PinyinText;

/** Fills the search tables from the draft, in the order of the titles. */
final class SearchTables implements AutoCloseable {
  private static final String DRAFT =
      "SELECT n, title.own, names, text_length, text"
          + " FROM title CROSS JOIN draft.line ON line.id = title.id ORDER BY n";

  private static final int TELL_EVERY = 500;

  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final Pinyin pinyin = new Pinyin();
  private final Connection connection;
  private final Insert words;
  private final Insert names;
  private final Insert texts;
  private final Insert nameIndex;
  private final Insert textIndex;

  SearchTables(Connection connection) throws SQLException {
    this.connection = connection;
    words = new Insert(connection, "words", 4);
    names = new Insert(connection, "name", 2);
    texts = new Insert(connection, "text", 3);
    nameIndex = new Insert(connection, "name_index (rowid, tokens)", 2);
    textIndex = new Insert(connection, "text_index (rowid, tokens)", 2);
  }

  /** Reads the whole draft. */
  void fill(BuildProgress progress) throws SQLException {
    long records = 0;
    try (PreparedStatement draft = connection.prepareStatement(DRAFT);
        ResultSet row = draft.executeQuery()) {
      while (row.next()) {
        long n = row.getLong("n");
        String mark = row.getBoolean("own") ? Postings.OWN : "";
        addNames(n, row.getString("names"), mark);
        int length = row.getInt("text_length");
        if (length > 0) {
          addText(n, row.getBytes("text"), length, mark);
        }
        if (++records % TELL_EVERY == 0) {
          progress.indexed(records);
        }
      }
      progress.indexed(records);
    }
  }

  private void addNames(long n, String folded, String mark) throws SQLException {
    PinyinText reading = PinyinText.of(folded, pinyin);
    words.row(n, folded, reading.initials(), reading.full());
    for (String line : folded.lines().toList()) {
      names.row(line, n);
    }
    Grams grams = new Grams();
    grams.add(folded);
    nameIndex.row(n, grams.tokens() + reading.tokens() + " " + mark);
  }

  private void addText(long n, byte[] packed, int length, String mark) throws SQLException {
    texts.row(n, length, packed);
    Grams grams = new Grams();
    grams.add(new String(zstd.decompress(packed, length), StandardCharsets.UTF_8));
    textIndex.row(n, grams.tokens() + mark);
  }

  @Override
  public void close() throws SQLException {
    try (zstd;
        words;
        names;
        texts;
        nameIndex;
        textIndex) {
      // closed in this order, whatever fails
    }
  }
}
