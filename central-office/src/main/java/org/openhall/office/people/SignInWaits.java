package org.openhall.office.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;

/**
 * Waits that grow with wrong attempts: none for the first four, then 30 seconds, doubled each time
 * up to an hour. Kept by the name that was typed.
 */
final class SignInWaits {
  private static final int FREE = 4;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int DOUBLINGS = 7;

  private final OfficeDatabase database;
  private final Clock clock;

  SignInWaits(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Failed(int failures, Instant lastAt) {
    Instant until() {
      if (failures <= FREE) {
        return Instant.MIN;
      }
      Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS));
      return lastAt.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
  }

  /** Until when this name has to wait, if it has to. */
  Optional<Instant> until(String name) {
    return database
        .client()
        .sql("SELECT failures, last_at FROM sign_in_wait WHERE name = ?")
        .param(name)
        .query((row, _) -> new Failed(row.getInt(1), Instant.parse(row.getString(2))))
        .optional()
        .map(Failed::until)
        .filter(now()::isBefore);
  }

  /** Notes a wrong attempt. */
  void failed(String name) {
    database
        .client()
        .sql("DELETE FROM sign_in_wait WHERE last_at < ?")
        .param(now().minus(FORGOTTEN).toString())
        .update();
    database
        .client()
        .sql(
            "INSERT INTO sign_in_wait (name, failures, last_at) VALUES (?, 1, ?) ON CONFLICT (name)"
                + " DO UPDATE SET failures = sign_in_wait.failures + 1, last_at = excluded.last_at")
        .params(name, now().toString())
        .update();
  }

  /** Forgets them, after a right one. */
  static void clear(Connection connection, String name) throws SQLException {
    People.update(connection, "DELETE FROM sign_in_wait WHERE name = ?", name);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
