package org.openhall.kiosk.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.SnapshotDirectory;

/** A terminal's data folder into which a test publishes, by way of real packs and snapshots. */
public final class ReleaseFolder {
  /** When every release of the tests was published. */
  public static final Instant PUBLISHED = Instant.parse("2026-11-24T01:30:00Z");

  /** The office of every release of the tests. */
  public static final String OFFICE = "示例市政务服务中心";

  private final Path data;
  private final SnapshotDirectory directory;

  /** The folder of a terminal. */
  public ReleaseFolder(Path data) {
    this.data = data;
    this.directory = new SnapshotDirectory(data.resolve("content"));
  }

  /** Builds a release from records and makes it current. */
  public void publish(long release, List<? extends ContentRecord> records) throws IOException {
    Files.createDirectories(data.resolve("content"));
    byte[] pack = pack(records);
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "city",
            "示例市",
            records.size(),
            StateDigest.of(records.stream().map(RecordCodec::encoded)),
            ReleaseManifest.Pack.of(sha256(pack), pack.length));
    ReleaseManifest manifest = new ReleaseManifest(release, PUBLISHED, OFFICE, List.of(channel));
    try (SnapshotBuilder builder = SnapshotBuilder.create(directory.fileFor(release), manifest)) {
      builder.addChannel(channel, new ByteArrayInputStream(pack));
      var _ = builder.finish();
    }
    directory.activate(release);
  }

  /** Makes a file that is no snapshot current. */
  public void publishGarbage(long release) throws IOException {
    Files.createDirectories(data.resolve("content"));
    Files.writeString(directory.fileFor(release), "this is no database");
    directory.activate(release);
  }

  /** Damages every record of a release, so that it opens and cannot be read. */
  public void spoilRecords(long release) throws IOException {
    Path file = directory.fileFor(release);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement()) {
      statement.execute("UPDATE record SET sha256 = zeroblob(32)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** A notice of one paragraph. */
  public static Notice notice(String id, Notice.Kind kind, String title) {
    Origin origin = new Origin(OFFICE, id, "0".repeat(64), LocalDate.of(2026, 11, 1), true);
    RecordHeader header = new RecordHeader(id, 1, null, null, null, origin);
    return new Notice(
        header,
        kind,
        title,
        OFFICE,
        LocalDate.of(2026, 11, 20),
        List.of(new Block.Paragraph("正文")),
        UnknownFields.NONE);
  }

  private static byte[] pack(List<? extends ContentRecord> records) throws IOException {
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
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
