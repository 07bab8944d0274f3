package org.openhall.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.StateDigest;

/**
 * Builds the snapshot of a release from its packs, record by record. The file appears under its
 * name only when it is whole, closed and on disk; a builder that is closed before {@link #finish}
 * leaves nothing.
 */
public final class SnapshotBuilder implements AutoCloseable {
  private final Path db;
  private final ReleaseManifest manifest;
  private final BuildProgress progress;
  private final Workbench bench;
  private final RecordTables tables;
  private long records;
  private boolean sample;

  private SnapshotBuilder(
      Path db, ReleaseManifest manifest, BuildProgress progress, Workbench bench)
      throws SQLException {
    this.db = db;
    this.manifest = manifest;
    this.progress = progress;
    this.bench = bench;
    this.tables = new RecordTables(bench.connection());
  }

  /** Begins a snapshot at this path, beside whatever else is in the folder. */
  public static SnapshotBuilder create(Path db, ReleaseManifest manifest) throws IOException {
    return create(db, manifest, BuildProgress.NONE);
  }

  /**
   * Begins a snapshot.
   *
   * @param progress told now and then how far the work has come
   */
  public static SnapshotBuilder create(Path db, ReleaseManifest manifest, BuildProgress progress)
      throws IOException {
    try {
      return new SnapshotBuilder(db, manifest, progress, Workbench.open(db));
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
  }

  /**
   * Takes in the records of a channel.
   *
   * @param pack its full pack; read to the end and closed
   * @throws MalformedPackException if the pack is broken or holds a record twice
   */
  public void addChannel(Channel channel, InputStream pack) throws IOException {
    try (PackReader reader = new PackReader(pack, channel.records())) {
      for (Optional<byte[]> json = reader.next(); json.isPresent(); json = reader.next()) {
        add(channel, reader, json.get());
      }
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
    progress.taken(records);
  }

  private void add(Channel channel, PackReader reader, byte[] json)
      throws SQLException, MalformedPackException {
    ContentRecord record = decode(reader, json);
    EncodedRecord encoded =
        new EncodedRecord(RecordCodec.typeOf(record), record.header().id(), json);
    if (!tables.add(channel.name(), encoded, record)) {
      throw reader.faultInLast("there is already a record with the id " + encoded.id());
    }
    sample |= record.header().origin().sample();
    if (++records % 500 == 0) {
      progress.taken(records);
    }
  }

  private static ContentRecord decode(PackReader reader, byte[] json)
      throws MalformedPackException {
    try {
      return RecordCodec.decode(json);
    } catch (MalformedRecordException e) {
      throw reader.faultInLast("not a record: " + e.getMessage());
    }
  }

  /**
   * Verifies every channel, makes the search index and puts the file in its place.
   *
   * @throws WrongDigestException if a channel's records are not those that the manifest promises
   */
  public Built finish() throws IOException {
    try {
      for (Channel channel : manifest.channels()) {
        verify(channel);
      }
      fill();
      tables.close();
      bench.deliver();
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
    return new Built(db, records);
  }

  private void verify(Channel channel) throws SQLException, WrongDigestException {
    StateDigest digest = new StateDigest();
    String sql = "SELECT id, sha256 FROM record WHERE channel = ? ORDER BY id";
    try (PreparedStatement query = bench.connection().prepareStatement(sql)) {
      query.setString(1, channel.name());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          digest.add(row.getString(1), row.getBytes(2));
        }
      }
    }
    String found = digest.hex();
    if (!found.equals(channel.stateDigest())) {
      throw new WrongDigestException(channel.name(), channel.stateDigest(), found);
    }
  }

  private void fill() throws SQLException {
    Connection connection = bench.connection();
    Schema.run(connection, "titles.sql");
    try (SearchTables search = new SearchTables(connection)) {
      search.fill(progress);
    }
    Schema.run(connection, "indexes.sql");
    try (Insert release = new Insert(connection, "release", 4);
        Insert channels = new Insert(connection, "channel", 4)) {
      release.row(manifest.release(), manifest.publishedAt().toString(), manifest.office(), sample);
      for (Channel c : manifest.channels()) {
        channels.row(c.name(), c.title(), c.records(), c.stateDigest());
      }
    }
  }

  /** The bench, so that a test can spoil it. */
  Workbench bench() {
    return bench;
  }

  /** Gives up what is not finished. */
  @Override
  public void close() throws IOException {
    try (bench) {
      tables.close();
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
  }
}
