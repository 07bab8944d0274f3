package org.openhall.office.catalog;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Where an importer puts what it reads. */
public interface Intake {

  /** The day of the import, in the office's time zone. */
  LocalDate today();

  /** The row of that number, whose repairs are noted. */
  Row row(int number);

  /** The JSON of a record that the catalogue holds. */
  Optional<byte[]> current(String id) throws SQLException;

  /** Takes a draft, or refuses it (limits, a key seen before). */
  Taken take(Draft draft) throws SQLException;

  /** Notes that a row is not taken. */
  void refuse(int row, RefusedRowException reason);
}
