package org.openhall.office.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.text.OfficeTime;

/** A program that pushes and is gone at the n-th look at the clock, as by a power cut. */
final class DyingPush {
  static final int DEAD = 9;
  static final String BODY =
      """
      {"guides": [{"key": "%1$s-1", "title": "换证", "itemCode": "%1$s-1"},
        {"key": "%1$s-2", "title": "补证", "itemCode": "%1$s-2"}]}
      """;

  private DyingPush() {}

  /** Data folder, number of the token, key, n. */
  public static void main(String[] words) throws IOException, SQLException {
    int last = Integer.parseInt(words[3]);
    try (OfficeDatabase database = OfficeDatabase.open(Path.of(words[0]))) {
      PushTable table = table(database, new Dying(last));
      ApiToken token = token(Long.parseLong(words[1]));
      table.push(token, words[2], BODY.formatted(words[2]).getBytes(StandardCharsets.UTF_8));
    }
  }

  static PushTable table(OfficeDatabase database, Clock clock) {
    Pushes pushes = new Pushes(database, new Catalog(database, clock), clock);
    return new PushTable(database, pushes, new AuditLog(database, clock), clock);
  }

  static ApiToken token(long id) {
    Instant now = OfficeTime.clock().instant();
    return new ApiToken(
        id, "省库", "某省", EnumSet.allOf(Scope.class), "command", now, now, null, null);
  }

  private static final class Dying extends Clock {
    private final int last;
    private int looks;

    Dying(int last) {
      this.last = last;
    }

    @Override
    public Instant instant() {
      if (++looks == last) {
        Runtime.getRuntime().halt(DEAD);
      }
      return OfficeTime.clock().instant();
    }

    @Override
    public ZoneId getZone() {
      return OfficeTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
