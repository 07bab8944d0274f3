package org.openhall.office.desk;

/** Where what waits for somebody is put down. */
public interface Waits {
  /**
   * Puts something down; nothing where there is none of it.
   *
   * @param key of its words, after {@code home.}
   * @param count how much of it
   * @param link where it is done
   */
  void add(String key, long count, String link);
}
