package org.openhall.demo.gallery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.authored.HallFolder;

/** The data folders of terminals, one for each {@link Scenery}; always the same to the byte. */
final class GalleryContent {
  /** When every release of the gallery was published. */
  static final Instant PUBLISHED = Instant.parse("2026-11-23T09:30:00Z");

  /** What every page says of a release: its office, its time in the hall, its number. */
  static final List<String> SOURCE = List.of("示例市政务服务中心", "2026-11-23 17:30", "7");

  private static final String OFFICE = SOURCE.getFirst();
  private static final long RELEASE = 7;
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private final Path root;
  private final List<ContentRecord> records;

  private GalleryContent(Path root, List<ContentRecord> records) {
    this.root = root;
    this.records = List.copyOf(records);
  }

  /** Builds the folders below a root, from the sample that ships with the office. */
  static GalleryContent build(Path root) throws IOException {
    try (HallFolder folder = HallFolder.shipped()) {
      AuthoredHall hall = AuthoredHall.read(folder);
      GalleryContent content = new GalleryContent(root, records(hall));
      content.publish(Scenery.SHOWN, content.records);
      content.copyFiles(hall.files());
      content.publish(Scenery.EMPTY, List.of());
      content.publish(Scenery.EMERGENCY, List.of(emergency()));
      content.publish(Scenery.WITHDRAWN, content.records);
      content.withdraw();
      content.publishGarbage();
      return content;
    }
  }

  /** The terminal's folder for a scenery. */
  Path folder(Scenery scenery) {
    return switch (scenery) {
      case STALE, LOADING -> root.resolve(Scenery.SHOWN.name());
      default -> root.resolve(scenery.name());
    };
  }

  /** The authored records. */
  List<ContentRecord> records() {
    return records;
  }

  private static List<ContentRecord> records(AuthoredHall hall) throws IOException {
    List<ContentRecord> records = new ArrayList<>();
    for (AuthoredRecord authored : hall.records()) {
      Origin origin = new Origin(OFFICE, authored.id(), "0".repeat(64), AS_OF, true);
      try {
        records.add(authored.record(1, origin));
      } catch (MalformedRecordException e) {
        throw new IOException(authored.file() + ", " + authored.id() + ": " + e.getMessage(), e);
      }
    }
    return records;
  }

  private void publish(Scenery scenery, List<ContentRecord> shown) throws IOException {
    SnapshotDirectory releases = releases(scenery);
    byte[] pack = pack(shown);
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "city",
            "示例市",
            shown.size(),
            StateDigest.of(shown.stream().map(RecordCodec::encoded)),
            ReleaseManifest.Pack.of(sha256(pack), pack.length));
    ReleaseManifest manifest = new ReleaseManifest(RELEASE, PUBLISHED, OFFICE, List.of(channel));
    try (SnapshotBuilder builder = SnapshotBuilder.create(releases.fileFor(RELEASE), manifest)) {
      builder.addChannel(channel, new ByteArrayInputStream(pack));
      var _ = builder.finish();
    }
    releases.activate(RELEASE);
  }

  private void withdraw() throws IOException {
    List<EmergencyList.Withdrawal> withdrawals =
        Exhibits.WITHDRAWN.stream()
            .map(id -> new EmergencyList.Withdrawal(id, "收费标准有误，正在更正。", PUBLISHED))
            .toList();
    Files.write(
        folder(Scenery.WITHDRAWN).resolve("content").resolve(EmergencyList.FILE),
        new EmergencyList(PUBLISHED, withdrawals, List.of()).toJson());
  }

  private void publishGarbage() throws IOException {
    SnapshotDirectory releases = releases(Scenery.DAMAGED);
    Files.writeString(releases.fileFor(RELEASE), "this is no database");
    releases.activate(RELEASE);
  }

  private SnapshotDirectory releases(Scenery scenery) throws IOException {
    Path content = folder(scenery).resolve("content");
    Files.createDirectories(content);
    SnapshotDirectory releases = new SnapshotDirectory(content);
    Files.deleteIfExists(releases.fileFor(RELEASE));
    return releases;
  }

  private void copyFiles(Map<String, Path> files) throws IOException {
    Path folder = folder(Scenery.SHOWN).resolve("files");
    Files.createDirectories(folder);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Files.copy(
          file.getValue(), folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Notice emergency() {
    Origin origin = new Origin(OFFICE, "emergency", "0".repeat(64), AS_OF, true);
    return new Notice(
        new RecordHeader("sample-n-emergency", 1, null, null, null, origin),
        Notice.Kind.EMERGENCY,
        "大厅二楼临时停止办理业务",
        OFFICE,
        LocalDate.of(2026, 11, 24),
        List.of(
            new Block.Paragraph("因供电检修，今日14:00至16:00二楼各窗口暂停办理。"),
            new Block.Paragraph("已取号的，请到一楼导服台换号；其他楼层照常办理。")),
        UnknownFields.NONE);
  }

  private static byte[] pack(List<ContentRecord> records) throws IOException {
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
