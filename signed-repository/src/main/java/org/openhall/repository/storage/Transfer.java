package org.openhall.repository.storage;

/**
 * How far files are on their way to where others see them.
 *
 * @param files how many are there
 * @param ofFiles how many are to be, at least
 * @param bytes how many are there
 * @param ofBytes how many are to be, at least
 */
public record Transfer(int files, int ofFiles, long bytes, long ofBytes) {

  /** Share done, 0 to 1. */
  public double fraction() {
    return ofBytes == 0 ? 0 : Math.min(1, (double) bytes / ofBytes);
  }
}
