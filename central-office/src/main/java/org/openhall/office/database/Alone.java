package org.openhall.office.database;

import java.io.IOException;

/**
 * That nobody else has the same {@link Turn}, until this is closed or its process ends, however it
 * ends.
 */
public sealed interface Alone extends AutoCloseable permits Sqlite.ByFile, PostgreSql.BySession {

  /** Fails when it is not so any more, as after the database was restarted. */
  void confirm() throws IOException;

  @Override
  void close() throws IOException;
}
