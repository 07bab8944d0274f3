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
import org.openhall.content.codec.DeltaReader;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.StateDigest;

/**
 * Builds the snapshot of a release, record by record: from full packs, from a copy of another
 * snapshot, and from net deltas upon either. The file appears under its name only when it is whole,
 * closed and on disk; a builder that is closed before {@link #finish} leaves nothing.
 */
public final class SnapshotBuilder implements AutoCloseable {
  /** Records of a full pack to which deltas are applied: it may hold more than are left at last. */
  private static final long MOST_RECORDS = 10_000_000;

  private static final int TELL_EVERY = 500;

  private final Path db;
  private final ReleaseManifest manifest;
  private final BuildProgress progress;
  private final Workbench bench;
  private final RecordTables tables;
  private final boolean isUpdate;
  private long records;

  private SnapshotBuilder(
      ReleaseManifest manifest, BuildProgress progress, Workbench bench, boolean isUpdate)
      throws SQLException {
    this.db = bench.db();
    this.manifest = manifest;
    this.progress = progress;
    this.bench = bench;
    this.isUpdate = isUpdate;
    this.tables = new RecordTables(bench.connection());
  }

  /** Begins a snapshot at this path, beside whatever else is in the folder. */
  public static SnapshotBuilder create(Path db, ReleaseManifest manifest) throws IOException {
    return create(db, manifest, BuildProgress.NONE);
  }

  /**
   * Begins a snapshot, to be given the full pack of every channel.
   *
   * @param progress told now and then how far the work has come
   */
  public static SnapshotBuilder create(Path db, ReleaseManifest manifest, BuildProgress progress)
      throws IOException {
    try {
      return new SnapshotBuilder(manifest, progress, Workbench.open(db), false);
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
  }

  /**
   * Begins a snapshot with a copy of another that has the same channels, to be given deltas.
   *
   * @throws UnusableBaseException if no delta can be applied to that one
   */
  public static SnapshotBuilder update(
      SoundSnapshot before, Path db, ReleaseManifest manifest, BuildProgress progress)
      throws IOException {
    try {
      return new SnapshotBuilder(manifest, progress, Workbench.copyOf(before, db), true);
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
    long most = channel.deltas().isEmpty() ? channel.records() : MOST_RECORDS;
    try (pack;
        PackReader reader = new PackReader(pack, most)) {
      forEach(
          reader,
          (encoded, record) -> {
            if (!tables.add(channel.name(), encoded, record)) {
              throw reader.faultInLast("there is already a record with the id " + encoded.id());
            }
          });
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
  }

  /**
   * Changes what has been taken in of a channel.
   *
   * @param delta a net delta; read to the end and closed
   * @throws MalformedPackException if it is broken or does not belong to this channel and state
   */
  public void applyDelta(Channel channel, InputStream delta) throws IOException {
    try (delta;
        DeltaReader reader = new DeltaReader(delta, channel.records())) {
      PackReader pack = reader.records();
      if (!reader.head().channel().equals(channel.name())) {
        throw pack.faultInLast("it belongs to the channel " + reader.head().channel());
      }
      for (String id : reader.head().removed()) {
        if (!tables.remove(channel.name(), id)) {
          throw pack.faultInLast("it removes " + id + ", which is not there");
        }
      }
      forEach(pack, (encoded, record) -> tables.put(channel.name(), encoded, record));
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
  }

  private interface Taker {
    void take(EncodedRecord encoded, ContentRecord record) throws SQLException, IOException;
  }

  private void forEach(PackReader reader, Taker taker) throws SQLException, IOException {
    for (Optional<byte[]> json = reader.next(); json.isPresent(); json = reader.next()) {
      ContentRecord record = decode(reader, json.get());
      String type = RecordCodec.typeOf(record);
      taker.take(new EncodedRecord(type, record.header().id(), json.get()), record);
      if (++records % TELL_EVERY == 0) {
        progress.taken(records);
      }
    }
    progress.taken(records);
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
      if (isUpdate) {
        updateSearch();
      } else {
        fillSearch();
      }
      long all = writeRelease();
      tables.close();
      bench.deliver();
      return new Built(db, all);
    } catch (SQLException e) {
      throw SqlTrouble.of(e, db);
    }
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

  private void fillSearch() throws SQLException {
    Connection connection = bench.connection();
    Schema.run(connection, "titles.sql");
    try (SearchTables search = new SearchTables(connection)) {
      search.fill(progress);
    }
    Schema.run(connection, "indexes.sql");
    Schema.run(connection, "common.sql");
  }

  private void updateSearch() throws SQLException {
    Connection connection = bench.connection();
    try (TitleUpdate titles = new TitleUpdate(connection);
        IndexUpdate index = new IndexUpdate(connection)) {
      titles.run();
      index.run(progress);
    }
  }

  /** Returns how many records it has. */
  private long writeRelease() throws SQLException {
    try (Sql sql = new Sql(bench.connection())) {
      sql.run("DELETE FROM release");
      sql.run("DELETE FROM channel");
      ReleaseInfo release =
          ReleaseInfo.of(manifest, sql.number("SELECT 1 FROM record WHERE sample = 1").isPresent());
      sql.run(
          "INSERT INTO release VALUES (?, ?, ?, ?, ?, ?, ?)",
          release.number(),
          release.publishedAt().toString(),
          release.office(),
          release.sample(),
          manifest.staleAfterDays(),
          release.intakeKey(),
          ReleaseRow.seal(release));
      for (Channel c : manifest.channels()) {
        sql.run(
            "INSERT INTO channel VALUES (?, ?, ?, ?)",
            c.name(),
            c.title(),
            c.records(),
            c.stateDigest());
      }
      return sql.number("SELECT count(*) FROM record").orElseThrow();
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
