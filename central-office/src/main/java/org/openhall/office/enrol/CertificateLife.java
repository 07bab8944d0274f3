package org.openhall.office.enrol;

import java.time.Duration;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Setting;

/** How long terminals' certificates are good: 90 days, or as the office has set. */
public final class CertificateLife {
  /** The shortest and the longest, in days. */
  public static final int SHORTEST = 3;

  public static final int LONGEST = 825;
  private static final int USUAL = 90;

  private final Setting setting;

  public CertificateLife(OfficeDatabase database) {
    this.setting = new Setting(database, "certificate-days");
  }

  /** What the next certificates get. */
  public Duration get() {
    return Duration.ofDays(setting.get().map(Long::parseLong).orElse((long) USUAL));
  }

  /**
   * Sets it for the next certificates.
   *
   * @param days {@link #SHORTEST} to {@link #LONGEST}
   */
  public void set(int days) {
    if (days < SHORTEST || days > LONGEST) {
      throw new IllegalArgumentException(days + " days");
    }
    setting.set(Integer.toString(days));
  }
}
