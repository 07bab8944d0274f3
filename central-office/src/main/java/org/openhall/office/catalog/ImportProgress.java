package org.openhall.office.catalog;

/** Hears how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

  /**
   * Called after every row.
   *
   * @param fraction share of the file read, 0 to 1
   * @param rows rows read so far
   */
  void at(double fraction, long rows);
}
