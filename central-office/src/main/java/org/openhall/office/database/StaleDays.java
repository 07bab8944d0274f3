package org.openhall.office.database;

import java.time.Duration;
import org.openhall.content.codec.ReleaseManifest;

/**
 * How old content may become before terminals say that it may be out of date: 7 days, or as the
 * office has set; terminals learn it with the next release.
 */
public final class StaleDays {
  private final Setting setting;

  public StaleDays(OfficeDatabase database) {
    this.setting = new Setting(database, "stale-days");
  }

  /** What is in force. */
  public Duration get() {
    return Duration.ofDays(
        setting.get().map(Long::parseLong).orElse((long) ReleaseManifest.USUAL_STALE));
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
    setting.set(Integer.toString(days));
  }
}
