package org.openhall.office.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ids of records, one behind the other in one array, each under its number from 0. */
final class IdStore {
  private static final int FIRST_SIZE = 1 << 12;
  private static final int AVERAGE = 20;

  private byte[] bytes = new byte[FIRST_SIZE * AVERAGE];
  private int[] starts = new int[FIRST_SIZE];
  private int size;

  /** Takes an id and gives its number. */
  int add(String id) {
    byte[] added = id.getBytes(StandardCharsets.UTF_8);
    int start = starts[size];
    if (start + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 + added.length);
    }
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length + starts.length / 2);
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    starts[size + 1] = start + added.length;
    return size++;
  }

  String get(int number) {
    int start = starts[number];
    return new String(bytes, start, starts[number + 1] - start, StandardCharsets.UTF_8);
  }
}
