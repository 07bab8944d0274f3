package org.openhall.office.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.OfficeDatabase;

/**
 * Which terminals show which version of a record. The office keeps what each of the last releases
 * changed; a terminal says which release it shows.
 */
public final class RecordVersions {
  private static final long BEFORE_ALL = 0;

  private final OfficeDatabase database;

  public RecordVersions(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * A version of a record.
   *
   * @param from the release that brought it, or 0 where that is longer ago than is kept
   * @param replaced the release that brought another in its place, or null for the newest
   * @param isThere whether the release shows the record at all
   * @param terminals that show this version, those that began last first
   */
  public record Version(
      long from, @Nullable Long replaced, boolean isThere, List<ShownBy> terminals) {}

  /**
   * A terminal that shows it.
   *
   * @param since when it began to, or null where it has not said
   */
  public record ShownBy(FleetTerminal terminal, @Nullable Instant since) {}

  /** All versions that are known of, the newest first; empty where no release ever had it. */
  public List<Version> of(String recordId, List<FleetTerminal> fleet) {
    SortedMap<Long, Boolean> changes = changes(recordId);
    boolean isThere = isPublished(recordId);
    if (changes.isEmpty() && !isThere) {
      return List.of();
    }
    List<Long> starts = new ArrayList<>(changes.keySet());
    starts.addFirst(BEFORE_ALL);
    List<Version> versions = new ArrayList<>();
    for (int i = starts.size() - 1; i >= 0; i--) {
      Long next = i + 1 < starts.size() ? starts.get(i + 1) : null;
      boolean there = next == null ? isThere : Boolean.TRUE.equals(changes.get(next));
      versions.add(new Version(starts.get(i), next, there, shownBy(starts.get(i), next, fleet)));
    }
    versions.removeIf(v -> v.from() == BEFORE_ALL && !v.isThere() && v.terminals().isEmpty());
    return versions;
  }

  /** Release → whether the record was there before it. */
  private SortedMap<Long, Boolean> changes(String recordId) {
    SortedMap<Long, Boolean> changes = new TreeMap<>();
    database
        .client()
        .sql(
            "SELECT c.release, c.before FROM channel_state s CROSS JOIN release_change c"
                + " WHERE c.channel = s.channel AND c.release = s.release AND c.id = ?")
        .param(recordId)
        .query(row -> {
          changes.merge(
              row.getLong("release"), row.getBytes("before").length > 0, Boolean::logicalOr);
        });
    return changes;
  }

  private boolean isPublished(String recordId) {
    return database
            .client()
            .sql(
                "SELECT count(*) FROM (SELECT DISTINCT channel FROM channel_state) s"
                    + " JOIN published_record p ON p.channel = s.channel AND p.id = ?")
            .param(recordId)
            .query(Long.class)
            .single()
        > 0;
  }

  private static List<ShownBy> shownBy(long from, @Nullable Long next, List<FleetTerminal> fleet) {
    return fleet.stream()
        .filter(terminal -> !terminal.isRevoked() && terminal.release() > 0)
        .filter(terminal -> terminal.release() >= from)
        .filter(terminal -> next == null || terminal.release() < next)
        .map(terminal -> new ShownBy(terminal, since(terminal, from).orElse(null)))
        .sorted(
            Comparator.comparing(
                    ShownBy::since, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
                .thenComparing(shown -> shown.terminal().id()))
        .toList();
  }

  /** The first time that it showed a release with this version. */
  private static Optional<Instant> since(FleetTerminal terminal, long from) {
    return terminal.shown().entrySet().stream()
        .filter(shown -> shown.getKey() >= from && shown.getKey() <= terminal.release())
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder());
  }
}
