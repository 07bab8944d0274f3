package org.openhall.office.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.openhall.office.database.DaySetting;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Setting;
import org.openhall.office.text.OfficeTime;

/**
 * How long events and counts stay: 400 days, or as the office has set. Sealed matters are the
 * office's files and are never deleted here, nor are the ids by which they are known.
 *
 * <p>An event that a terminal sends again when its id is gone is taken for a new one; if it is a
 * count, it is one of a day whose counts are deleted at the next look.
 */
public final class EventRetention {
  /** Longer than a terminal may be without a line, and than its key opens. */
  public static final int SHORTEST = 180;

  public static final int LONGEST = 3_650;
  private static final int USUAL = 400;

  /** Rows of one transaction: terminals that hand in meanwhile wait no longer than for these. */
  private static final int AT_ONCE = 5_000;

  private static final String EVENTS =
      "DELETE FROM terminal_event WHERE (terminal_id, id) IN (SELECT terminal_id, id"
          + " FROM terminal_event WHERE received_at < ? AND body IS NOT NULL LIMIT ?)";
  private static final String COUNTS =
      "DELETE FROM usage_count WHERE (terminal_id, day, kind) IN (SELECT terminal_id, day, kind"
          + " FROM usage_count WHERE day < ? LIMIT ?)";

  private final OfficeDatabase database;
  private final Clock clock;
  private final DaySetting days;

  public EventRetention(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.days = new DaySetting(new Setting(database, "event-days"), SHORTEST, USUAL, LONGEST);
  }

  /** How long they stay. */
  public Duration get() {
    return days.get();
  }

  /**
   * Sets how long they stay.
   *
   * @param kept {@link #SHORTEST} to {@link #LONGEST} days
   */
  public void set(int kept) {
    days.set(kept);
  }

  /**
   * Deletes what is older, unless that was begun today, by whichever program of this office.
   *
   * @return how many events and counts
   */
  public long deleteOldOnceADay() throws SQLException {
    String today = LocalDate.ofInstant(clock.instant(), OfficeTime.ZONE).toString();
    return new Setting(database, "events-tidied").change(today) ? deleteOld() : 0;
  }

  /**
   * Deletes what is older, by the day on which the office got it, and counts by their own day.
   *
   * @return how many events and counts
   */
  public long deleteOld() throws SQLException {
    Instant before = clock.instant().minus(get()).truncatedTo(ChronoUnit.SECONDS);
    return delete(EVENTS, before.toString())
        + delete(COUNTS, LocalDate.ofInstant(before, OfficeTime.ZONE).toString());
  }

  private long delete(String sql, String before) throws SQLException {
    long all = 0;
    int deleted;
    do {
      try (Connection connection = database.connect();
          PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setString(1, before);
        delete.setInt(2, AT_ONCE);
        deleted = delete.executeUpdate();
      }
      all += deleted;
    } while (deleted == AT_ONCE);
    return all;
  }
}
