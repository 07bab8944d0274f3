package org.openhall.office.catalog;

import java.sql.SQLException;
import java.time.LocalDate;

/** Where an importer puts what it reads. */
interface Intake {

  /** The day of the import, in the office's time zone. */
  LocalDate today();

  /** The row of that number, whose repairs are noted. */
  Row row(int number);

  /** Takes a draft into the catalogue, or refuses it (limits, a key seen before). */
  void take(Draft draft) throws SQLException;

  /** Notes that a row is not taken. */
  void refuse(int row, RefusedRowException reason);
}
