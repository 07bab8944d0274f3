package org.openhall.content.store;

import com.github.luben.zstd.ZstdException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The texts that search compares. */
final class Texts {
  private static final String OF_ONE = "SELECT length, folded FROM text WHERE n = ?";

  private final Rows rows;

  Texts(Rows rows) {
    this.rows = rows;
  }

  /** The text of a record; empty if it has none. */
  Optional<FoldedText> of(long n) throws UnreadableSnapshotException {
    return rows.first(OF_ONE, this::read, n);
  }

  /** Reads the columns length and folded of a row. */
  FoldedText read(ResultSet row) throws SQLException, UnreadableSnapshotException {
    try {
      return new FoldedText(rows.unpack(row.getBytes("folded"), row.getInt("length")));
    } catch (ZstdException e) {
      throw new UnreadableSnapshotException("A text of the search index is damaged", e);
    }
  }
}
