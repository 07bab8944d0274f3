package org.openhall.office.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one import did.
 *
 * @param file the file's name without its folder
 * @param fileSha256 of the file as it lay there, lower-case hex
 * @param kind what it was recognised as
 * @param finishedAt when it ended
 * @param seconds how long it took
 * @param tally records and rows
 * @param counts kind of finding → field → rows
 * @param missing field of a record → taken records without it (shown as 未提供)
 * @param findings single findings, the first of each kind
 */
public record ImportReport(
    String file,
    String fileSha256,
    SourceKind kind,
    Instant finishedAt,
    double seconds,
    Tally tally,
    Map<Finding.Kind, Map<String, Long>> counts,
    Map<String, Long> missing,
    List<Finding> findings) {

  /**
   * Records and rows of an import.
   *
   * @param added records that are new
   * @param changed records with a new revision
   * @param unchanged records that are as they were
   * @param kept records that were changed at the desk and stay so
   * @param repaired rows taken after a repair
   * @param refused rows not taken
   * @param warnings findings to be looked at
   * @param absent records of the same sources that the catalogue has and this file has not; kept
   */
  public record Tally(
      long added,
      long changed,
      long unchanged,
      long kept,
      long repaired,
      long refused,
      long warnings,
      long absent) {

    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(
          added + other.added,
          changed + other.changed,
          unchanged + other.unchanged,
          kept + other.kept,
          repaired + other.repaired,
          refused + other.refused,
          warnings + other.warnings,
          absent + other.absent);
    }
  }
}
