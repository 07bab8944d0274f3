package org.openhall.content.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which tokens of a query the index is asked for. To walk along the lists of all of them, of which
 * many have a tenth of all records, takes longer than to look at the few records that have the
 * rarest ones.
 */
final class Rarest {
  /** An index, by the number that stands for it in the table of common tokens. */
  enum Index {
    NAMES(0),
    TEXTS(1);

    private final int place;

    Index(int place) {
      this.place = place;
    }
  }

  /** Records that have a token that is not in the table, at most. */
  private static final long RARE = 255;

  /** Steps along the lists of the index, about 1 µs each, that a query may take. */
  private static final long STEPS = 20_000;

  private static final int FEWEST = 3;

  private static final String COUNT =
      "SELECT records FROM common_token WHERE place = ? AND token = ?";

  private final Rows rows;
  private final Map<String, Long> counts = new HashMap<>();

  Rarest(Rows rows) {
    this.rows = rows;
  }

  /**
   * What to ask the index.
   *
   * @param expression for MATCH: records that have all tokens that are asked for
   * @param isWhole true if those are all tokens of the query
   */
  record Match(String expression, boolean isWhole) {}

  /** Takes the rarest tokens; the rarer they are, the more of them. */
  Match of(List<String> tokens, Index index) throws UnreadableSnapshotException {
    counts.clear();
    for (String token : tokens) {
      counts.put(token, count(token, index));
    }
    List<String> rarestFirst = new ArrayList<>(tokens);
    rarestFirst.sort(Comparator.comparingLong(token -> counts.getOrDefault(token, RARE)));
    long rarest = counts.getOrDefault(rarestFirst.getFirst(), RARE);
    int wanted = (int) Math.max(FEWEST, STEPS / rarest);
    List<String> taken = rarestFirst.subList(0, Math.min(wanted, tokens.size()));
    String expression =
        taken.stream().map(token -> '"' + token + '"').collect(Collectors.joining(" "));
    return new Match(expression, taken.size() == tokens.size());
  }

  private long count(String token, Index index) throws UnreadableSnapshotException {
    return rows.first(COUNT, row -> row.getLong(1), index.place, token).orElse(RARE);
  }
}
