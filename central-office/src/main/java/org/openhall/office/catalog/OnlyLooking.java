package org.openhall.office.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The catalogue as it stands, of which nothing is changed; what would be goes to somebody else. */
final class OnlyLooking implements Shelf {
  private final Connection connection;
  private final Catalog.Changes changes;
  private final PreparedStatement held;
  private final PreparedStatement removed;

  OnlyLooking(Connection connection, Catalog.Changes changes) throws SQLException {
    this.connection = connection;
    this.changes = changes;
    this.held =
        connection.prepareStatement(
            "SELECT revision, as_of, sha256, source FROM record WHERE id = ?");
    this.removed =
        connection.prepareStatement(
            "SELECT coalesce(max(revision), 0) FROM record_version WHERE id = ?");
  }

  @Override
  public Optional<Held> held(String id) throws SQLException {
    held.setString(1, id);
    try (ResultSet row = held.executeQuery()) {
      return row.next()
          ? Optional.of(
              Held.of(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
          : Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> json(String id) throws SQLException {
    return RecordTable.json(connection, id);
  }

  /** What is only looked at becomes a proposal, which is an edit itself. */
  @Override
  public Optional<DeskEdits.Edit> edit(String id) {
    return Optional.empty();
  }

  @Override
  public boolean isProposed(String id, String sourceSha256) {
    return false;
  }

  @Override
  public int firstRevision(String id) throws SQLException {
    removed.setString(1, id);
    try (ResultSet row = removed.executeQuery()) {
      return row.next() ? row.getInt(1) + 1 : 1;
    }
  }

  @Override
  public void put(RecordRow row, int base) throws SQLException {
    changes.add(row, base);
  }

  @Override
  public long absent(Set<String> sources, Set<String> ids) throws SQLException {
    long absent = 0;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM record WHERE source = ?")) {
      for (String source : sources) {
        select.setString(1, source);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            absent += ids.contains(row.getString(1)) ? 0 : 1;
          }
        }
      }
    }
    return absent;
  }

  @Override
  public void flush() {
    // all has gone on already
  }

  @Override
  public void close() throws SQLException {
    held.close();
    removed.close();
  }
}
