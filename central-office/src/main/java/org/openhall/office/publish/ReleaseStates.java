package org.openhall.office.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.office.database.OfficeDatabase;

/**
 * What the channels held at the last releases, from the office's database: the last state as the
 * hash of every record, the others as what each release changed.
 */
final class ReleaseStates {
  /** Releases from which a delta leads to the next one. */
  private static final int KEPT = 32;

  /** The hash of a record that is not there. */
  static final byte[] ABSENT = {};

  private static final int BATCH = 10_000;

  private final OfficeDatabase database;
  private final int kept;

  ReleaseStates(OfficeDatabase database) {
    this(database, KEPT);
  }

  ReleaseStates(OfficeDatabase database, int kept) {
    this.database = database;
    this.kept = kept;
  }

  /** The state of a channel at a release, by its digest. */
  record State(long release, String digest) {}

  /** A record's hash at the release before, or {@link #ABSENT}. */
  interface Visitor {
    void visit(String id, byte[] before);
  }

  /** The last states of a channel, the newest first. */
  List<State> last(String channel) throws SQLException {
    List<State> states = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT release, digest FROM channel_state WHERE channel = ?"
                    + " ORDER BY release DESC LIMIT "
                    + kept)) {
      select.setString(1, channel);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.add(new State(row.getLong(1), row.getString(2)));
        }
      }
    }
    return states;
  }

  /** Every record that any of the releases kept has changed. */
  Set<String> changedIds(String channel) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = database.reading();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT id FROM release_change WHERE channel = ?")) {
      select.setString(1, channel);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  /** What a release changed. */
  void forEachChange(String channel, long release, Visitor visitor) throws SQLException {
    try (Connection connection = database.reading();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, before FROM release_change WHERE channel = ? AND release = ?")) {
      select.setString(1, channel);
      select.setLong(2, release);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.visit(row.getString(1), row.getBytes(2));
        }
      }
    }
  }

  /** What changed for a record with a release. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Change(byte[] before, byte[] now) {
    boolean isGone() {
      return now.length == 0;
    }

    /** {@code +}, {@code -} or {@code ~}. */
    char mark() {
      return before.length == 0 ? '+' : isGone() ? '-' : '~';
    }
  }

  /** Notes a release that is out, and forgets those from which no delta will lead any more. */
  void note(String channel, State state, Map<String, Change> changes) throws SQLException {
    boolean isFirst = last(channel).isEmpty();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      writeState(connection, channel, changes);
      noteAhead(connection, channel, changes);
      if (!isFirst) {
        writeChanges(connection, channel, state.release(), changes);
      }
      forget(connection, channel, state);
      connection.commit();
    }
    database.manyWritten("published_record", "release_change", "record_ahead");
  }

  private static void writeState(Connection connection, String channel, Map<String, Change> changes)
      throws SQLException {
    try (PreparedStatement put =
            connection.prepareStatement(
                "INSERT INTO published_record (channel, id, sha256) VALUES (?, ?, ?)"
                    + " ON CONFLICT (channel, id) DO UPDATE SET sha256 = excluded.sha256");
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM published_record WHERE channel = ? AND id = ?")) {
      int waiting = 0;
      for (Map.Entry<String, Change> change : changes.entrySet()) {
        PreparedStatement statement = change.getValue().isGone() ? delete : put;
        statement.setString(1, channel);
        statement.setString(2, change.getKey());
        if (!change.getValue().isGone()) {
          statement.setBytes(3, change.getValue().now());
        }
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          put.executeBatch();
          delete.executeBatch();
        }
      }
      put.executeBatch();
      delete.executeBatch();
    }
  }

  /**
   * What the catalogue may hold otherwise than the release: no longer what is the same now, and
   * again what the release has no more. Looked up row by row, whatever a planner believes.
   */
  private static void noteAhead(Connection connection, String channel, Map<String, Change> changes)
      throws SQLException {
    try (PreparedStatement same =
            connection.prepareStatement(
                "DELETE FROM record_ahead WHERE (SELECT p.sha256 FROM published_record p"
                    + " WHERE p.channel = ? AND p.id = record_ahead.id)"
                    + " = (SELECT l.sha256 FROM record_line l WHERE l.id = record_ahead.id)");
        PreparedStatement gone =
            connection.prepareStatement(
                "INSERT INTO record_ahead SELECT id FROM record_line WHERE id = ?"
                    + " ON CONFLICT (id) DO NOTHING")) {
      same.setString(1, channel);
      same.executeUpdate();
      for (Map.Entry<String, Change> change : changes.entrySet()) {
        if (change.getValue().isGone()) {
          gone.setString(1, change.getKey());
          gone.addBatch();
        }
      }
      gone.executeBatch();
    }
  }

  private static void writeChanges(
      Connection connection, String channel, long release, Map<String, Change> changes)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO release_change (channel, release, id, before) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (channel, release, id) DO UPDATE SET before = excluded.before")) {
      int waiting = 0;
      for (Map.Entry<String, Change> change : changes.entrySet()) {
        insert.setString(1, channel);
        insert.setLong(2, release);
        insert.setString(3, change.getKey());
        insert.setBytes(4, change.getValue().before());
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void forget(Connection connection, String channel, State state) throws SQLException {
    String oldest =
        " WHERE channel = ? AND release < (SELECT min(release) FROM (SELECT release"
            + " FROM channel_state WHERE channel = ? ORDER BY release DESC LIMIT "
            + kept
            + ") kept)";
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO channel_state (channel, release, digest) VALUES (?, ?, ?)"
                    + " ON CONFLICT (channel, release) DO UPDATE SET digest = excluded.digest");
        PreparedStatement states =
            connection.prepareStatement("DELETE FROM channel_state" + oldest);
        PreparedStatement changes =
            connection.prepareStatement("DELETE FROM release_change" + oldest)) {
      insert.setString(1, channel);
      insert.setLong(2, state.release());
      insert.setString(3, state.digest());
      insert.executeUpdate();
      changes.setString(1, channel);
      changes.setString(2, channel);
      changes.executeUpdate();
      states.setString(1, channel);
      states.setString(2, channel);
      states.executeUpdate();
    }
  }

  /** The hashes of a channel's records at its last release, by ascending id. */
  Walk walk(String channel) throws SQLException {
    return new Walk(database.reading(), channel);
  }

  /** Goes along the last state; the row it stands at is {@link #id} and {@link #sha256}. */
  static final class Walk implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement select;
    private final ResultSet row;
    private boolean more;

    private Walk(Connection connection, String channel) throws SQLException {
      this.connection = connection;
      this.select =
          connection.prepareStatement(
              "SELECT id, sha256 FROM published_record WHERE channel = ? ORDER BY id");
      select.setString(1, channel);
      this.row = select.executeQuery();
      this.more = row.next();
    }

    boolean hasRow() {
      return more;
    }

    String id() throws SQLException {
      return row.getString(1);
    }

    byte[] sha256() throws SQLException {
      return row.getBytes(2);
    }

    void step() throws SQLException {
      more = row.next();
    }

    @Override
    public void close() throws SQLException {
      try (connection;
          select;
          row) {
        // closed in this order, whatever fails
      }
    }
  }
}
