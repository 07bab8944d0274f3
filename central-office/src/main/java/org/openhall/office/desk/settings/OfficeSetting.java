package org.openhall.office.desk.settings;

import java.util.Locale;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.Setting;
import org.openhall.office.database.StaleDays;
import org.openhall.office.enrol.CertificateLife;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.text.OfficeTime;

/** What can be changed while the office runs; the database keeps it, for every instance of it. */
enum OfficeSetting {
  /** Terminals learn it with the next release; the pages show it at once. */
  OFFICE_NAME(1, 60),
  STALE_DAYS(ReleaseManifest.SHORTEST_STALE, ReleaseManifest.LONGEST_STALE),
  EVENT_DAYS(EventRetention.SHORTEST, EventRetention.LONGEST),
  CERTIFICATE_DAYS(CertificateLife.SHORTEST, CertificateLife.LONGEST);

  private final int least;
  private final int most;

  OfficeSetting(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Its name in forms, in the table of settings and after {@code settings.} in the bundles. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fewest days, or characters of the name. */
  int least() {
    return least;
  }

  /** The most. */
  int most() {
    return most;
  }

  boolean isDays() {
    return this != OFFICE_NAME;
  }

  boolean takes(String value) {
    if (!isDays()) {
      return !value.isEmpty()
          && value.length() <= most
          && value.codePoints().noneMatch(Character::isISOControl);
    }
    return value.matches("[1-9]\\d{0,3}")
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most;
  }

  /** What is in force. */
  String get(OfficeDatabase database) {
    return switch (this) {
      case OFFICE_NAME -> new OfficeName(database).get();
      case STALE_DAYS -> Long.toString(new StaleDays(database).get().toDays());
      case EVENT_DAYS ->
          Long.toString(new EventRetention(database, OfficeTime.clock()).get().toDays());
      case CERTIFICATE_DAYS -> Long.toString(new CertificateLife(database).get().toDays());
    };
  }

  Setting in(OfficeDatabase database) {
    return new Setting(database, key());
  }
}
