package org.openhall.office.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.publish.ReleaseStates.Change;
import org.openhall.office.publish.ReleaseStates.Walk;

/**
 * Sees the records of a channel on their way into the full pack, by ascending id; notes what has
 * changed since the last release, and lays the records aside of which deltas may consist.
 */
final class ChannelChanges implements AutoCloseable {
  private final Walk before;
  private final Set<String> changedEarlier;
  private final boolean hasEarlier;
  private final Path aside;
  private final OutputStream out;
  private final NavigableMap<String, Change> changes = new TreeMap<>();
  private final Map<String, Laid> laid = new HashMap<>();
  private long offset;

  /** A record that was laid aside. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Laid(long offset, int length, byte[] sha256) {}

  /**
   * @param aside a file to be written
   */
  ChannelChanges(ReleaseStates states, String channel, Path aside)
      throws IOException, SQLException {
    this.changedEarlier = states.changedIds(channel);
    this.hasEarlier = !states.last(channel).isEmpty();
    this.aside = aside;
    this.out = new BufferedOutputStream(Files.newOutputStream(aside));
    this.before = states.walk(channel);
  }

  /** Takes the next record. */
  void visit(EncodedRecord record) throws IOException, SQLException {
    passTo(record.id());
    byte[] sha256 = record.sha256();
    byte[] old = ReleaseStates.ABSENT;
    if (before.hasRow() && before.id().equals(record.id())) {
      old = before.sha256();
      before.step();
    }
    boolean isChanged = !Arrays.equals(old, sha256);
    if (isChanged) {
      changes.put(record.id(), new Change(old, sha256));
    }
    if (hasEarlier && (isChanged || changedEarlier.contains(record.id()))) {
      out.write(record.json());
      laid.put(record.id(), new Laid(offset, record.json().length, sha256));
      offset += record.json().length;
    }
  }

  /** After the last record. */
  void end() throws IOException, SQLException {
    while (before.hasRow()) {
      passOne();
    }
    out.close();
  }

  private void passTo(String id) throws SQLException {
    while (before.hasRow() && before.id().compareTo(id) < 0) {
      passOne();
    }
  }

  private void passOne() throws SQLException {
    changes.put(before.id(), new Change(before.sha256(), ReleaseStates.ABSENT));
    before.step();
  }

  /** What has changed since the last release, by id. */
  NavigableMap<String, Change> changes() {
    return changes;
  }

  /** A record as it is now, if it was laid aside; one that is not there was not. */
  Optional<Laid> now(String id) {
    return Optional.ofNullable(laid.get(id));
  }

  /** Reads what was laid aside. */
  RandomAccessFile open() throws IOException {
    return new RandomAccessFile(aside.toFile(), "r");
  }

  @Override
  public void close() throws IOException, SQLException {
    try (before;
        out) {
      // closed in this order, whatever fails
    }
  }
}
