package org.openhall.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What the order of titles is made of. */
record TitleKey(int kind, long rank, int length, String id) implements Comparable<TitleKey> {
  /** Columns of a title that {@link #ofTitle} reads. */
  static final String COLUMNS = "n, kind, complete, cases, day, title, id";

  private static final Comparator<TitleKey> ORDER =
      Comparator.comparingInt(TitleKey::kind)
          .thenComparingLong(TitleKey::rank)
          .thenComparingInt(TitleKey::length)
          .thenComparing(TitleKey::id);

  /** Reads {@code kind, rank, length, id} of a draft line. */
  static TitleKey ofDraft(ResultSet row) throws SQLException {
    return new TitleKey(
        row.getInt("kind"), row.getLong("rank"), row.getInt("length"), row.getString("id"));
  }

  static TitleKey ofTitle(ResultSet row) throws SQLException {
    int kind = row.getInt("kind");
    long cases = row.getLong("cases"); // 0 where there is none
    long rank = rank(kind, row.getBoolean("complete"), cases, row.getString("day"));
    return new TitleKey(kind, rank, row.getString("title").length(), row.getString("id"));
  }

  /**
   * Sorts ascending: guides with materials first, of these the most sought; others from the newest,
   * undated ones last.
   */
  static long rank(int kind, boolean complete, long cases, @Nullable String day) {
    if (kind == TitleRow.number(Hit.Kind.GUIDE)) {
      return complete ? -cases : 1;
    }
    return day == null ? Long.MAX_VALUE : -LocalDate.parse(day).toEpochDay();
  }

  @Override
  public int compareTo(TitleKey other) {
    return ORDER.compare(this, other);
  }
}
