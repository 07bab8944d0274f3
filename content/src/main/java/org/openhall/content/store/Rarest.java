package org.openhall.content.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which tokens of a query the index is asked for. The more of them, the fewer records have them all
 * and must be looked at; but to walk along the list of a token that a tenth of all records have
 * takes longer than to look at a few records.
 */
final class Rarest {
  /** An index, by the number that stands for it in the table of common tokens. */
  enum Index {
    NAMES(0, 30, 300_000),
    TEXTS(1, 400, 800_000);

    private final int place;
    private final int stepsPerRecord;
    private final long mostSteps;

    /**
     * An index with lists along which a step takes about 0.02 µs.
     *
     * @param stepsPerRecord steps that take as long as to look at one record
     * @param mostSteps steps that a query may take
     */
    Index(int place, int stepsPerRecord, long mostSteps) {
      this.place = place;
      this.stepsPerRecord = stepsPerRecord;
      this.mostSteps = mostSteps;
    }
  }

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

  /**
   * Takes the rarest token, and others as long as to walk along their lists takes no longer than to
   * look at all records that have the rarest.
   */
  Match of(List<String> tokens, Index index) throws UnreadableSnapshotException {
    counts.clear();
    for (String token : tokens) {
      counts.put(token, count(token, index));
    }
    List<String> rarestFirst = new ArrayList<>(tokens);
    rarestFirst.sort(
        Comparator.comparingLong(token -> counts.getOrDefault(token, CommonTokens.RARE)));
    List<String> taken = cheapest(rarestFirst, index);
    String expression =
        taken.stream().map(token -> '"' + token + '"').collect(Collectors.joining(" "));
    return new Match(expression, taken.size() == tokens.size());
  }

  private List<String> cheapest(List<String> rarestFirst, Index index) {
    long rarest = counts.getOrDefault(rarestFirst.getFirst(), CommonTokens.RARE);
    long room = Math.min(index.mostSteps, rarest * index.stepsPerRecord);
    int taken = 1;
    for (; taken < rarestFirst.size(); taken++) {
      room -= counts.getOrDefault(rarestFirst.get(taken), CommonTokens.RARE);
      if (room < 0) {
        break;
      }
    }
    return rarestFirst.subList(0, taken);
  }

  private long count(String token, Index index) throws UnreadableSnapshotException {
    return rows.first(COUNT, row -> row.getLong(1), index.place, token).orElse(CommonTokens.RARE);
  }
}
