package org.openhall.office.database;

import java.time.Duration;
import org.openhall.content.codec.ReleaseManifest;

/**
 * How old content may become before terminals say that it may be out of date: 7 days, or as the
 * office has set; terminals learn it with the next release.
 */
public final class StaleDays {
  private final DaySetting days;

  public StaleDays(OfficeDatabase database) {
    this.days =
        new DaySetting(
            new Setting(database, "stale-days"),
            ReleaseManifest.SHORTEST_STALE,
            ReleaseManifest.USUAL_STALE,
            ReleaseManifest.LONGEST_STALE);
  }

  /** What is in force. */
  public Duration get() {
    return days.get();
  }

  /**
   * Sets it for the next releases.
   *
   * @param age {@link ReleaseManifest#SHORTEST_STALE} to {@link ReleaseManifest#LONGEST_STALE}
   */
  public void set(int age) {
    days.set(age);
  }
}
