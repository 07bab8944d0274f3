package org.openhall.office.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
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
   * @param revision its revision, or null where the catalogue does not know it any more
   * @param terminals that show this version, those that began last first
   */
  public record Version(
      long from,
      @Nullable Long replaced,
      boolean isThere,
      @Nullable Integer revision,
      List<ShownBy> terminals) {}

  /**
   * A terminal that shows it.
   *
   * @param since when it began to, or null where it has not said
   */
  public record ShownBy(FleetTerminal terminal, @Nullable Instant since) {}

  /** All versions that are known of, the newest first; empty where no release ever had it. */
  public List<Version> of(String recordId, List<FleetTerminal> fleet) {
    SortedMap<Long, String> changes = changes(recordId);
    String present = published(recordId);
    if (changes.isEmpty() && present.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> revisions = revisions(recordId);
    List<Long> starts = new ArrayList<>(changes.keySet());
    starts.addFirst(BEFORE_ALL);
    List<Version> versions = new ArrayList<>();
    for (int i = starts.size() - 1; i >= 0; i--) {
      Long next = i + 1 < starts.size() ? starts.get(i + 1) : null;
      String hash = next == null ? present : changes.getOrDefault(next, "");
      List<ShownBy> terminals = shownBy(starts.get(i), next, fleet);
      versions.add(
          new Version(starts.get(i), next, !hash.isEmpty(), revisions.get(hash), terminals));
    }
    versions.removeIf(v -> v.from() == BEFORE_ALL && !v.isThere() && v.terminals().isEmpty());
    return versions;
  }

  /** Release → the hash that the record had before it; empty where it was not there. */
  private SortedMap<Long, String> changes(String recordId) {
    SortedMap<Long, String> changes = new TreeMap<>();
    database
        .client()
        .sql(
            "SELECT c.release, c.before FROM channel_state s CROSS JOIN release_change c"
                + " WHERE c.channel = s.channel AND c.release = s.release AND c.id = ?")
        .param(recordId)
        .query(row -> {
          String before = HexFormat.of().formatHex(row.getBytes("before"));
          changes.merge(row.getLong("release"), before, (a, b) -> a.isEmpty() ? b : a);
        });
    return changes;
  }

  /** The hash that the present release has of it, or empty. */
  private String published(String recordId) {
    return database
        .client()
        .sql(
            "SELECT p.sha256 FROM (SELECT DISTINCT channel FROM channel_state) s"
                + " JOIN published_record p ON p.channel = s.channel AND p.id = ?")
        .param(recordId)
        .query((row, _) -> HexFormat.of().formatHex(row.getBytes(1)))
        .list()
        .stream()
        .findFirst()
        .orElse("");
  }

  /** Hash → revision, of what the catalogue holds and held. */
  private Map<String, Integer> revisions(String recordId) {
    Map<String, Integer> revisions = new HashMap<>();
    database
        .client()
        .sql(
            "SELECT sha256, revision FROM record WHERE id = ?"
                + " UNION ALL SELECT sha256, revision FROM record_version WHERE id = ?")
        .params(recordId, recordId)
        .query(row -> {
          revisions.put(row.getString("sha256"), row.getInt("revision"));
        });
    return revisions;
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
