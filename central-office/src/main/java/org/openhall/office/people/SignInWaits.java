package org.openhall.office.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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

  /** Its condition goes on with when each number of wrong attempts has waited enough. */
  private static final String COUNT =
      "INSERT INTO sign_in_wait AS w (name, failures, last_at) VALUES (?, 1, ?) ON CONFLICT (name)"
          + " DO UPDATE SET failures = w.failures + 1, last_at = excluded.last_at"
          + " WHERE w.failures <= "
          + FREE;

  private final OfficeDatabase database;
  private final Clock clock;

  SignInWaits(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Failed(int failures, Instant lastAt) {
    Instant until() {
      return failures <= FREE ? Instant.MIN : lastAt.plus(after(failures));
    }
  }

  /** How long one waits after so many, which are more than the free ones. */
  private static Duration after(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
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

  /**
   * Begins an attempt, unless this name has to wait. It counts as wrong until it is found right, by
   * one statement: of attempts that come at once no more are let in than one after another.
   *
   * @return until when the name has to wait; empty where the attempt has begun
   */
  Optional<Instant> begin(String name) {
    forget();
    return count(name) ? Optional.empty() : Optional.of(until(name).orElseGet(this::now));
  }

  private void forget() {
    database
        .client()
        .sql("DELETE FROM sign_in_wait WHERE last_at < ?")
        .param(now().minus(FORGOTTEN).toString())
        .update();
  }

  private boolean count(String name) {
    StringBuilder sql = new StringBuilder(COUNT);
    List<String> values = new ArrayList<>(List.of(name, now().toString()));
    for (int failures = FREE + 1; failures <= FREE + 1 + DOUBLINGS; failures++) {
      boolean last = failures == FREE + 1 + DOUBLINGS;
      sql.append(" OR (w.failures ").append(last ? ">= " : "= ").append(failures);
      sql.append(" AND w.last_at <= ?)");
      values.add(now().minus(after(failures)).toString());
    }
    return database.client().sql(sql.toString()).params(values).update() == 1;
  }

  /** Forgets them all, after a right one. */
  static void clear(Connection connection, String name) throws SQLException {
    People.update(connection, "DELETE FROM sign_in_wait WHERE name = ?", name);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
