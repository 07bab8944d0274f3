package org.openhall.content.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records that have a character or a pair of characters, as far as they are looked at: the
 * first of all, and the first that the hall's own departments have issued.
 */
final class Postings {
  /** Token of what the hall's own departments have issued; a mark, so that no text has it. */
  static final String OWN = "†";

  /** Records looked at for each; guides stand first, then notices, then entries from the newest. */
  private static final int NAMES_LOOKED_AT = 800;

  private static final int TEXTS_LOOKED_AT = 400;

  private static final String NAMED =
      "SELECT rowid FROM name_index WHERE name_index MATCH ? ORDER BY rowid LIMIT "
          + NAMES_LOOKED_AT;

  private static final String IN_TEXT =
      "SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rowid LIMIT "
          + TEXTS_LOOKED_AT;

  private final Rows rows;
  private final Map<String, Set<Long>> read = new HashMap<>();

  /** Remembers what it has read, so it serves one question. */
  Postings(Rows rows) {
    this.rows = rows;
  }

  /** The pairs of a word, or the one character that it is. */
  static List<String> grams(String word) {
    int[] characters = word.codePoints().toArray();
    List<String> grams = new ArrayList<>();
    for (int i = 0; i + 1 < characters.length; i++) {
      grams.add(new String(characters, i, 2));
    }
    return grams.isEmpty() ? List.of(word) : grams;
  }

  Collection<Long> named(String gram) throws UnreadableSnapshotException {
    return read(NAMED, gram, NAMES_LOOKED_AT);
  }

  Collection<Long> inText(String gram) throws UnreadableSnapshotException {
    return read(IN_TEXT, gram, TEXTS_LOOKED_AT);
  }

  private Set<Long> read(String sql, String gram, int most) throws UnreadableSnapshotException {
    String key = sql + gram;
    Set<Long> known = read.get(key);
    if (known == null) {
      String quoted = '"' + gram + '"';
      known = new HashSet<>(rows.list(sql, row -> row.getLong(1), quoted));
      if (known.size() == most) {
        known.addAll(rows.list(sql, row -> row.getLong(1), quoted + " \"" + OWN + '"'));
      }
      read.put(key, known);
    }
    return known;
  }
}
