package org.openhall.office.lint;

/** Numbers by 64-bit hashes, in the room of two arrays: twelve bytes and some for each. */
final class LongTable {
  static final int ABSENT = -1;

  private static final int FIRST_SIZE = 1 << 12;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST_SIZE];
  private int[] values = new int[FIRST_SIZE]; // 0 is empty, else the value and one
  private int size;

  /**
   * Puts a value where the key has none.
   *
   * @param value 0 and up
   * @return the value that the key had, or {@link #ABSENT}
   */
  int putIfAbsent(long key, int value) {
    if (size * 3L > keys.length * 2L) {
      grow();
    }
    int slot = slot(key);
    if (values[slot] != 0) {
      return values[slot] - 1;
    }
    keys[slot] = key;
    values[slot] = value + 1;
    size++;
    return ABSENT;
  }

  /** The key's value, or {@link #ABSENT}. */
  int get(long key) {
    return values[slot(key)] - 1;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * SPREAD) >>> 33) & mask;
    while (values[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldValues.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
