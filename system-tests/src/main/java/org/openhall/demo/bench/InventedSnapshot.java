package org.openhall.demo.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.BuildProgress;
import org.openhall.content.store.SnapshotBuilder;

/** A snapshot of invented entries, built as the agent builds one: from a pack. */
final class InventedSnapshot {
  private static final int TELL_EVERY = 100_000;

  private final InventedEntries entries;
  private final Path folder;

  InventedSnapshot(InventedEntries entries, Path folder) {
    this.entries = entries;
    this.folder = folder;
  }

  /** Writes the pack, builds the snapshot, and deletes the pack. */
  Path build() throws IOException {
    Files.createDirectories(folder);
    Path pack = folder.resolve("invented.pack");
    Path db = folder.resolve("invented.db");
    String digest = write(pack);
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "invented", "生成", entries.count(), digest, ReleaseManifest.Pack.of("00", 0));
    ReleaseManifest manifest = new ReleaseManifest(1, Instant.EPOCH, "生成", List.of(channel));
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, manifest, new Told())) {
      builder.addChannel(channel, Files.newInputStream(pack));
      builder.finish();
    }
    Files.delete(pack);
    return db;
  }

  /** Writes the pack and returns the digest of what is in it. */
  private String write(Path pack) throws IOException {
    StateDigest digest = new StateDigest();
    try (PackWriter writer =
        new PackWriter(new BufferedOutputStream(Files.newOutputStream(pack)))) {
      for (int i = 0; i < entries.count(); i++) {
        EncodedRecord record = RecordCodec.encoded(entries.entry(i));
        writer.add(record.json());
        digest.add(record.id(), record.sha256());
        tell("written", i + 1L);
      }
    }
    return digest.hex();
  }

  private void tell(String done, long records) {
    if (records % TELL_EVERY == 0) {
      System.out.printf("  %,d of %,d %s%n", records, entries.count(), done);
    }
  }

  /** Says how far the work is. */
  private final class Told implements BuildProgress {
    @Override
    public void taken(long records) {
      tell("taken in", records);
    }

    @Override
    public void indexed(long records) {
      tell("indexed", records);
    }
  }
}
