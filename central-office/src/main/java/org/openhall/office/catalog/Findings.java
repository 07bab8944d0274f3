package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.Finding.Severity;

/**
 * Everything one import found. Counts are complete; of the single findings the first {@value #KEPT}
 * of each kind are kept. A kind counts once per row and field, however often it occurs in the text.
 */
final class Findings {
  private static final int KEPT = 1_000;
  private static final int DETAIL_CODE_POINTS = 60;

  private final Map<Kind, Map<String, Long>> counts = new EnumMap<>(Kind.class);
  private final Map<Kind, List<Finding>> kept = new EnumMap<>(Kind.class);
  private final Map<String, Long> missing = new TreeMap<>();
  private final Set<String> seenInRow = new HashSet<>();
  private final BitSet repairedRows = new BitSet();
  private final BitSet refusedRows = new BitSet();
  private int row;

  void add(Kind kind, int row, String field, String text) {
    if (row != this.row) {
      this.row = row;
      seenInRow.clear();
    }
    if (!seenInRow.add(kind.code() + '/' + field)) {
      return;
    }
    counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(field, 1L, Long::sum);
    List<Finding> ofKind = kept.computeIfAbsent(kind, k -> new ArrayList<>());
    if (ofKind.size() < KEPT) {
      ofKind.add(new Finding(kind, row, field, legible(text)));
    }
    mark(kind.severity(), row);
  }

  private void mark(Severity severity, int row) {
    if (severity == Severity.REPAIRED) {
      repairedRows.set(row);
    } else if (severity == Severity.REFUSED) {
      refusedRows.set(row);
    }
  }

  /** Counts a field that a taken record has not got. */
  void missing(String field) {
    missing.merge(field, 1L, Long::sum);
  }

  /** Rows taken after at least one repair. */
  long repaired() {
    BitSet taken = (BitSet) repairedRows.clone();
    taken.andNot(refusedRows);
    return taken.cardinality();
  }

  /** Rows refused. */
  long refused() {
    return refusedRows.cardinality();
  }

  /** Warnings, at most one of a kind per row and field. */
  long warnings() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().severity() == Severity.WARNING)
        .flatMap(e -> e.getValue().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Kind → field → rows. */
  Map<Kind, Map<String, Long>> counts() {
    return counts;
  }

  /** Field → taken records without it. */
  Map<String, Long> missing() {
    return missing;
  }

  List<Finding> kept() {
    return kept.values().stream().flatMap(List::stream).toList();
  }

  /** A text as a person at a terminal can read it: short, invisible characters spelt out. */
  static String legible(String text) {
    StringBuilder legible = new StringBuilder();
    text.codePoints().limit(DETAIL_CODE_POINTS).forEach(c -> append(legible, c));
    return text.codePointCount(0, text.length()) > DETAIL_CODE_POINTS
        ? legible.append('…').toString()
        : legible.toString();
  }

  private static void append(StringBuilder legible, int codePoint) {
    boolean visible =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          case Character.SPACE_SEPARATOR -> codePoint == ' ';
          default -> true;
        };
    if (visible) {
      legible.appendCodePoint(codePoint);
    } else {
      legible.append(String.format("⟨U+%04X⟩", codePoint));
    }
  }
}
