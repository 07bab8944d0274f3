package org.openhall.office.intake;

import java.util.List;
import org.openhall.office.database.OfficeDatabase;

/** How much of what happened, by hall and day. */
public final class EventCounts {
  private final OfficeDatabase database;

  public EventCounts(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * One count.
   *
   * @param hall where the terminals stand, or empty
   * @param day ISO date, in the office's zone
   * @param kind a kind of usage, or the type of another event
   * @param terminals how many of them it comes from
   */
  public record Row(String hall, String day, String kind, long count, long terminals) {}

  /**
   * The counts of all days from one on, the latest first.
   *
   * @param from ISO date
   */
  public List<Row> from(String from) {
    String sql =
        "SELECT coalesce(t.hall, '') AS hall, e.day, e.kind, sum(e.count) AS count,"
            + " count(DISTINCT e.terminal_id) AS terminals FROM ("
            + " SELECT terminal_id, day, kind, count FROM usage_count"
            + " UNION ALL SELECT terminal_id, day, type, 1 FROM terminal_event WHERE type <> 'usage'"
            + ") e JOIN terminal t ON t.id = e.terminal_id WHERE e.day >= ?"
            + " GROUP BY 1, 2, 3 ORDER BY e.day DESC, 1, 3";
    return database
        .client()
        .sql(sql)
        .param(from)
        .query((row, _) ->
            new Row(
                row.getString("hall"),
                row.getString("day"),
                row.getString("kind"),
                row.getLong("count"),
                row.getLong("terminals")))
        .list();
  }
}
