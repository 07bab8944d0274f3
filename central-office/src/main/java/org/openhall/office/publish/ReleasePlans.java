package org.openhall.office.publish;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

  /** The plans whose time has come, by number. */
  public List<Plan> due(Instant now) {
    return database
        .client()
        .sql("SELECT release, at, who, state FROM release_plan WHERE state = 'waiting'")
        .query((row, _) -> plan(row))
        .list()
        .stream()
        .filter(plan -> !plan.at().isAfter(now))
        .sorted(Comparator.comparingLong(Plan::release))
        .toList();
  }

  /** Writes something down in the transaction in which a plan ends. */
  public interface Note {
    void write(Connection connection) throws SQLException;
  }

  /** Writes down what became of a plan. */
  public interface EndNote {
    void write(Connection connection, Plan plan, State state) throws SQLException;
  }

  /**
   * Publishes what is due. Of several programs one does it; where it is killed meanwhile, the next
   * that looks finishes it, and each plan ends once.
   */
  public void run(Publisher publisher, ReleaseTable releases, Instant now, EndNote note)
      throws IOException, SQLException, RepositoryException {
    for (Plan plan : due(now)) {
      boolean isDone = publisher.publish(plan.release(), wish(plan, note), now).isPresent();
      if (!isDone && isWaiting(plan)) {
        boolean isOut = releases.all().stream().anyMatch(one -> one.number() == plan.release());
        end(plan, isOut ? State.PUBLISHED : State.FAILED, note);
      }
    }
  }

  private Publisher.Wish wish(Plan plan, EndNote note) {
    return new Publisher.Wish() {
      @Override
      public boolean holds() {
        return isWaiting(plan);
      }

      @Override
      public void cameTo(PublishOutcome outcome) throws SQLException {
        boolean isOut = outcome instanceof PublishOutcome.Published;
        end(plan, isOut ? State.PUBLISHED : State.FAILED, note);
      }
    };
  }

  /** Whether nobody has changed it, taken it back or ended it. */
  private boolean isWaiting(Plan plan) {
    return of(plan.release()).equals(Optional.of(plan));
  }

  private void end(Plan plan, State state, EndNote note) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      if (isEnded(connection, plan.release(), state)) {
        note.write(connection, plan, state);
      }
      connection.commit();
    }
  }

  /** Somebody has published the release by hand: no plan for it is left. */
  public void published(long release, Note note) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      boolean _ = isEnded(connection, release, State.PUBLISHED);
      note.write(connection);
      connection.commit();
    }
  }

  /** Ends the plan that waits; false where none does. */
  private static boolean isEnded(Connection connection, long release, State state)
      throws SQLException {
    String sql = "UPDATE release_plan SET state = ? WHERE release = ? AND state = 'waiting'";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, state.column());
      update.setLong(2, release);
      return update.executeUpdate() == 1;
    }
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getLong("release"),
        Instant.parse(row.getString("at")),
        row.getString("who"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
