package org.openhall.content.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what went wrong with a database that is being written. */
final class SqlTrouble {
  private SqlTrouble() {}

  static IOException of(SQLException e, Path db) {
    boolean full =
        e instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    return full
        ? new DiskFullException(db, e)
        : new IOException("The snapshot " + db + " could not be written: " + e.getMessage(), e);
  }
}
