package org.openhall.kiosk.typing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Characters by their strokes: h 横, s 竖, p 撇, n 点, z 折, in the order of writing. */
final class StrokeTable {
  private static final int MOST = 100;

  private record Row(String code, int character) {}

  private final byte[] codes;
  private final int[] codeOf;
  private final int[] characters;
  private final float[] costs;

  private StrokeTable(List<Row> rows, ToDoubleFunction<String> cost) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    codeOf = new int[rows.size() + 1];
    characters = new int[rows.size()];
    costs = new float[rows.size()];
    for (int i = 0; i < characters.length; i++) {
      all.writeBytes(rows.get(i).code().getBytes(StandardCharsets.US_ASCII));
      codeOf[i + 1] = all.size();
      characters[i] = rows.get(i).character();
      costs[i] = (float) cost.applyAsDouble(Character.toString(characters[i]));
    }
    codes = all.toByteArray();
  }

  /**
   * Reads a dictionary of strokes.
   *
   * @param cost how seldom a character is used
   */
  static StrokeTable read(Path file, ToDoubleFunction<String> cost) throws IOException {
    List<Row> rows = new ArrayList<>();
    RimeDictionary.read(file, (word, code, _) -> rows.add(new Row(code, word.codePointAt(0))));
    rows.sort(Comparator.comparing(Row::code));
    return new StrokeTable(rows, cost);
  }

  /** The characters that begin with these strokes: those that end with them first, then by use. */
  Set<String> find(String strokes) {
    byte[] wanted = strokes.getBytes(StandardCharsets.US_ASCII);
    Comparator<Integer> order =
        Comparator.<Integer>comparingInt(row -> length(row) == wanted.length ? 0 : 1)
            .thenComparingDouble(row -> costs[row])
            .thenComparingInt(this::length);
    PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
    int end = firstNotBefore(wanted, true);
    for (int row = firstNotBefore(wanted, false); row < end; row++) {
      if (best.size() < MOST || order.compare(row, best.element()) < 0) {
        best.add(row);
        if (best.size() > MOST) {
          best.remove();
        }
      }
    }
    Set<String> found = new LinkedHashSet<>();
    best.stream().sorted(order).forEach(row -> found.add(Character.toString(characters[row])));
    return found;
  }

  private int length(int row) {
    return codeOf[row + 1] - codeOf[row];
  }

  /** The first row that does not come before the strokes, or after all that begin with them. */
  private int firstNotBefore(byte[] wanted, boolean afterAll) {
    int low = 0;
    int high = characters.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted);
      if (order < 0 || (order == 0 && afterAll)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** 0 if the row begins with the strokes. */
  private int compare(int row, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      int here = i < length(row) ? codes[codeOf[row] + i] : 0;
      if (here != wanted[i]) {
        return here - wanted[i];
      }
    }
    return 0;
  }
}
