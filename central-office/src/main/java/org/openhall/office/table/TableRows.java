package org.openhall.office.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a table, read once from beginning to end and never held together. */
public interface TableRows extends AutoCloseable {

  /** The columns' names, each once, in the file's order. */
  List<String> columns();

  /** The next row that is not empty; nothing after the last. */
  Optional<TableRow> next() throws BadTableException, IOException;

  /** Share read so far, 0 to 1. */
  double fractionRead();

  @Override
  void close() throws IOException;
}
