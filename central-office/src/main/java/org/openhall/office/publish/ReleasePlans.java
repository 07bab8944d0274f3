package org.openhall.office.publish;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.repository.metadata.RepositoryException;

/**
 * Releases that are to be laid out at a time of their own, from the office's database: a plan
 * outlives the program. Whichever program finds one due publishes; the others find it done.
 */
public final class ReleasePlans {
  private final OfficeDatabase database;

  /** The plans in this database. */
  public ReleasePlans(OfficeDatabase database) {
    this.database = database;
  }

  /** How a plan stands. */
  public enum State {
    WAITING,
    PUBLISHED,
    /** What waited could not be published as it was. */
    FAILED;

    private String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A plan.
   *
   * @param release number of the release that waits
   * @param at when it is to be laid out
   * @param who decided it, a person's id
   */
  public record Plan(long release, Instant at, String who, State state) {}

  /** Plans a release, in the place of an earlier plan for it. */
  public void put(long release, Instant at, String who) {
    database
        .client()
        .sql(
            "INSERT INTO release_plan (release, at, who, state) VALUES (?, ?, ?, 'waiting')"
                + " ON CONFLICT (release) DO UPDATE SET at = excluded.at, who = excluded.who,"
                + " state = excluded.state")
        .param(release)
        .param(at.toString())
        .param(who)
        .update();
  }

  /** Takes a plan back; false where it is not waiting any more. */
  public boolean cancel(long release) {
    String sql = "DELETE FROM release_plan WHERE release = ? AND state = 'waiting'";
    return database.client().sql(sql).param(release).update() == 1;
  }

  /** The plan for a release. */
  public Optional<Plan> of(long release) {
    return database
        .client()
        .sql("SELECT release, at, who, state FROM release_plan WHERE release = ?")
        .param(release)
        .query((row, _) -> plan(row))
        .optional();
  }

  /** What came of {@link #run}: the plan, and what publishing said. */
  public record Ran(Plan plan, PublishOutcome outcome) {}

  /**
   * Publishes the release that waits, where its time has come. Empty where nothing is due here, or
   * another program did it.
   */
  public Optional<Ran> run(SigningDesk desk, Publisher publisher, Instant now)
      throws IOException, SQLException, RepositoryException {
    Optional<Waiting> waiting = desk.waiting();
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Optional<Plan> due =
        of(waiting.get().release().release())
            .filter(plan -> plan.state() == State.WAITING && !plan.at().isAfter(now));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    return switch (publisher.publish(now)) {
      case PublishOutcome.NothingPrepared() -> Optional.empty();
      case PublishOutcome.Published published -> ran(due.get(), State.PUBLISHED, published);
      case PublishOutcome other -> ran(due.get(), State.FAILED, other);
    };
  }

  private Optional<Ran> ran(Plan plan, State state, PublishOutcome outcome) {
    int changed =
        database
            .client()
            .sql("UPDATE release_plan SET state = ? WHERE release = ? AND state = 'waiting'")
            .param(state.column())
            .param(plan.release())
            .update();
    return changed == 1 ? Optional.of(new Ran(plan, outcome)) : Optional.empty();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getLong("release"),
        Instant.parse(row.getString("at")),
        row.getString("who"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
