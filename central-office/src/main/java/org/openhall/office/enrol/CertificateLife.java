package org.openhall.office.enrol;

import java.time.Duration;
import org.openhall.office.database.OfficeDatabase;

/** How long terminals' certificates are good: 90 days, or as the office has set. */
public final class CertificateLife {
  /** The shortest and the longest, in days. */
  public static final int SHORTEST = 3;

  public static final int LONGEST = 825;
  private static final int USUAL = 90;

  private final OfficeDatabase database;

  public CertificateLife(OfficeDatabase database) {
    this.database = database;
  }

  /** What the next certificates get. */
  public Duration get() {
    return Duration.ofDays(
        database
            .client()
            .sql("SELECT value FROM setting WHERE name = 'certificate-days'")
            .query(Long.class)
            .optional()
            .orElse((long) USUAL));
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
    database
        .client()
        .sql(
            "INSERT INTO setting (name, value) VALUES ('certificate-days', ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .param(Integer.toString(days))
        .update();
  }
}
