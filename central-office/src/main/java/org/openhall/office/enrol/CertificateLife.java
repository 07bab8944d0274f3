package org.openhall.office.enrol;

import java.time.Duration;
import org.openhall.office.database.DaySetting;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Setting;

/** How long terminals' certificates are good: 90 days, or as the office has set. */
public final class CertificateLife {
  /** The shortest and the longest, in days. */
  public static final int SHORTEST = 3;

  public static final int LONGEST = 825;
  private static final int USUAL = 90;

  private final DaySetting days;

  public CertificateLife(OfficeDatabase database) {
    this.days = new DaySetting(new Setting(database, "certificate-days"), SHORTEST, USUAL, LONGEST);
  }

  /** What the next certificates get. */
  public Duration get() {
    return days.get();
  }

  /**
   * Sets it for the next certificates.
   *
   * @param life {@link #SHORTEST} to {@link #LONGEST}
   */
  public void set(int life) {
    days.set(life);
  }
}
