package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.codec.EncodedRecord;

/** What the catalogue holds already, and where new records are put. */
interface Shelf extends AutoCloseable {

  /**
   * What the catalogue holds of a record; of a million of them an import keeps it in memory.
   *
   * @param revision its revision
   * @param asOf day of that revision
   * @param sha256 of its canonical JSON, 32 bytes
   * @param source its source's name
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Held(int revision, LocalDate asOf, byte[] sha256, String source) {

    /** From the texts of the database. */
    static Held of(int revision, String asOf, String sha256, String source) {
      return new Held(revision, LocalDate.parse(asOf), HexFormat.of().parseHex(sha256), source);
    }

    boolean isOf(EncodedRecord record) {
      return HexFormat.of().formatHex(sha256).equals(record.sha256Hex());
    }
  }

  /** What it held of this record when the import began. */
  Optional<Held> held(String id) throws SQLException;

  /** That record's JSON. */
  Optional<byte[]> json(String id) throws SQLException;

  /** What the desk left of a record, if it was the desk that wrote it last. */
  Optional<DeskEdits.Edit> edit(String id) throws SQLException;

  /** Whether an import has proposed this row of its source already. */
  boolean isProposed(String id, String sourceSha256) throws SQLException;

  /** The first revision of a record that it has not: of one that it had, the next. */
  int firstRevision(String id) throws SQLException;

  /**
   * Puts a record there.
   *
   * @param base the revision that it follows, 0 for a new record
   */
  void put(RecordRow row, int base) throws SQLException;

  /** How many records of these sources it held that are not among these ids. */
  long absent(Set<String> sources, Set<String> ids) throws SQLException;

  /** All rows have come. */
  void flush() throws IOException, SQLException;

  @Override
  void close() throws IOException, SQLException;
}
