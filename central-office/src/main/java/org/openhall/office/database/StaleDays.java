package org.openhall.office.database;

import java.time.Duration;
import org.openhall.content.codec.ReleaseManifest;

/**
 * How old content may become before terminals say that it may be out of date: 7 days, or as the
 * office has set; terminals learn it with the next release.
 */
public final class StaleDays {
  private final OfficeDatabase database;

  public StaleDays(OfficeDatabase database) {
    this.database = database;
  }

  /** What is in force. */
  public Duration get() {
    return Duration.ofDays(
        database
            .client()
            .sql("SELECT value FROM setting WHERE name = 'stale-days'")
            .query(Long.class)
            .optional()
            .orElse((long) ReleaseManifest.USUAL_STALE));
  }

  /**
   * Sets it for the next releases.
   *
   * @param days {@link ReleaseManifest#SHORTEST_STALE} to {@link ReleaseManifest#LONGEST_STALE}
   */
  public void set(int days) {
    if (days < ReleaseManifest.SHORTEST_STALE || days > ReleaseManifest.LONGEST_STALE) {
      throw new IllegalArgumentException(days + " days");
    }
    database
        .client()
        .sql(
            "INSERT INTO setting (name, value) VALUES ('stale-days', ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .param(Integer.toString(days))
        .update();
  }
}
