package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.SQLException;

/** Reads one source, row by row, and hands what it makes of them to the intake. */
public interface Importer {

  /** Reads the source to its end. */
  void read(Intake intake) throws BadFileException, IOException, SQLException;
}
