package org.openhall.content.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.search.PinyinText;

/** What search compares of each title: the rows beside the index. */
final class SearchRows implements AutoCloseable {
  private static final int SEAL_BYTES = 8;

  private final Insert words;
  private final Insert names;
  private final Insert texts;
  private final Sql sql;

  SearchRows(Connection connection) throws SQLException {
    words = new Insert(connection, "words", 5);
    names = new Insert(connection, "name", 2);
    texts = new Insert(connection, "text", 3);
    sql = new Sql(connection);
  }

  void addNames(long n, String folded, PinyinText reading) throws SQLException {
    words.row(n, folded, reading.initials(), reading.full(), seal(folded));
    for (String line : folded.lines().toList()) {
      names.row(line, n);
    }
  }

  /** The names of a row that has all columns of {@code words}, checked as far as it is sealed. */
  static String names(ResultSet row) throws SQLException, UnreadableSnapshotException {
    String names = row.getString("names");
    boolean isOfOldForm =
        !row.getMetaData().getColumnName(row.getMetaData().getColumnCount()).equals("names_seal");
    if (isOfOldForm || MessageDigest.isEqual(seal(names), row.getBytes("names_seal"))) {
      return names;
    }
    throw new UnreadableSnapshotException("The names of a record are damaged", null);
  }

  private static byte[] seal(String names) {
    byte[] hash = EncodedRecord.sha256(names.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(hash, SEAL_BYTES);
  }

  void addText(long n, int length, byte[] packed) throws SQLException {
    texts.row(n, length, packed);
  }

  void delete(long n) throws SQLException {
    for (String line : lines(n)) {
      sql.run("DELETE FROM name WHERE folded = ? AND n = ?", line, n);
    }
    sql.run("DELETE FROM words WHERE n = ?", n);
    sql.run("DELETE FROM text WHERE n = ?", n);
  }

  /** Gives a title's rows another number, which must be free. */
  void move(long from, long to) throws SQLException {
    for (String line : lines(from)) {
      sql.run("UPDATE name SET n = ? WHERE folded = ? AND n = ?", to, line, from);
    }
    sql.run("UPDATE words SET n = ? WHERE n = ?", to, from);
    sql.run("UPDATE text SET n = ? WHERE n = ?", to, from);
  }

  private List<String> lines(long n) throws SQLException {
    Optional<String> folded =
        sql.first("SELECT names FROM words WHERE n = ?", row -> row.getString(1), n);
    return folded.orElse("").lines().distinct().toList();
  }

  @Override
  public void close() throws SQLException {
    try (words;
        names;
        texts;
        sql) {
      // closed in this order, whatever fails
    }
  }
}
