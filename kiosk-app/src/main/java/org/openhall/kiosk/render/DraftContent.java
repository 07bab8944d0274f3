package org.openhall.kiosk.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.SnapshotDirectory;

/** Records that nobody published, laid out as a terminal has those that were. */
final class DraftContent {
  private static final long RELEASE = 1;

  private final List<ContentRecord> records;

  private DraftContent(List<ContentRecord> records) {
    this.records = List.copyOf(records);
  }

  /** A record cannot be read; the message says which line and why. */
  static final class BadRecordException extends Exception {
    private static final long serialVersionUID = 1;

    BadRecordException(int line, MalformedRecordException why) {
      super("line %d: %s".formatted(line, why.getMessage()), why);
    }
  }

  /** Of records as canonical JSON. */
  static DraftContent of(List<String> lines) throws BadRecordException {
    List<ContentRecord> records = new ArrayList<>();
    for (String line : lines) {
      try {
        records.add(RecordCodec.decode(line.getBytes(StandardCharsets.UTF_8)));
      } catch (MalformedRecordException e) {
        throw new BadRecordException(records.size() + 1, e);
      }
    }
    return new DraftContent(records);
  }

  Optional<ContentRecord> record(String id) {
    return records.stream().filter(record -> record.header().id().equals(id)).findFirst();
  }

  /** Into the data folder of a terminal. */
  void publish(Path folder, String office) throws IOException {
    Path content = Files.createDirectories(folder.resolve("content"));
    SnapshotDirectory releases = new SnapshotDirectory(content);
    byte[] pack = pack();
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "city",
            office,
            records.size(),
            StateDigest.of(records.stream().map(RecordCodec::encoded)),
            ReleaseManifest.Pack.of(sha256(pack), pack.length));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ReleaseManifest manifest = new ReleaseManifest(RELEASE, now, office, List.of(channel));
    try (SnapshotBuilder builder = SnapshotBuilder.create(releases.fileFor(RELEASE), manifest)) {
      builder.addChannel(channel, new ByteArrayInputStream(pack));
      var _ = builder.finish();
    }
    releases.activate(RELEASE);
  }

  private byte[] pack() throws IOException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    try (PackWriter writer = new PackWriter(pack)) {
      for (ContentRecord record : records) {
        writer.add(RecordCodec.encode(record));
      }
    }
    return pack.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
