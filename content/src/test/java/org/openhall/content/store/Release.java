package org.openhall.content.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Authority;
import org.openhall.content.Block;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Handling;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.Placement;
import org.openhall.content.RecordHeader;
import org.openhall.content.Remedies;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.StateDigest;

/** A release made for a test: records, and the snapshot that they give. */
final class Release {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  static final Clock CLOCK =
      Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private final List<EncodedRecord> records = new ArrayList<>();

  Release with(ContentRecord record) {
    records.add(RecordCodec.encoded(record));
    return this;
  }

  /** A directory of five entries under two roots. */
  static Release directory() {
    return new Release()
        .node("c", null, 1)
        .node("c-2", "c", 2)
        .node("c-1", "c", 1)
        .node("other", null, 2)
        .entry(header("a"), "甲", facts("市财政局", "c-1", 2024))
        .entry(header("b"), "乙", facts("市财政局", "c-2", 2025), "正文")
        .entry(header("d"), "丁", facts("市教育局", "c-2", 2025))
        .entry(header("e"), "戊", facts("市教育局", "other", 2023))
        .entry("f", "己");
  }

  private static Facts facts(String publisher, String category, int year) {
    return new Facts(publisher, category, LocalDate.of(year, 3, 1), null);
  }

  static RecordHeader header(String id) {
    return header(id, null, null);
  }

  static RecordHeader header(String id, @Nullable LocalDate from, @Nullable LocalDate until) {
    Origin origin = new Origin("示例市", null, "00", TODAY, false);
    return new RecordHeader(id, 1, null, from, until, origin);
  }

  Release node(String id, @Nullable String parentId, int order) {
    return with(
        new CatalogNode(
            header(id),
            CatalogNode.Tree.DISCLOSURE,
            "目录" + id,
            parentId,
            order,
            UnknownFields.NONE));
  }

  /** An entry by the words that matter: publisher, category, day, number. */
  record Facts(
      @Nullable String publisher,
      @Nullable String category,
      @Nullable LocalDate day,
      @Nullable String number) {
    static final Facts NONE = new Facts(null, null, null, null);
  }

  Release entry(RecordHeader header, String title, Facts facts, String... paragraphs) {
    List<Block> body = new ArrayList<>();
    for (String paragraph : paragraphs) {
      body.add(new Block.Paragraph(paragraph));
    }
    return with(
        new DisclosureEntry(
            header,
            title,
            null,
            facts.number(),
            facts.publisher(),
            facts.category(),
            null,
            null,
            null,
            facts.day(),
            DisclosureEntry.Validity.UNSTATED,
            null,
            List.of(),
            null,
            body,
            DisclosureEntry.Particulars.UNSTATED,
            UnknownFields.NONE));
  }

  Release entry(String id, String title, String... paragraphs) {
    return entry(header(id), title, Facts.NONE, paragraphs);
  }

  /** A guide with materials and a validity of its own. */
  Release guide(RecordHeader header, String title) {
    return guide(header, title, "公安局", true);
  }

  /** A guide of a department, with or without materials. */
  Release guide(String id, String title, String department, boolean complete, String... aliases) {
    return guide(header(id), title, department, complete, aliases);
  }

  private Release guide(
      RecordHeader header, String title, String department, boolean complete, String... aliases) {
    ServiceGuide.Material material =
        new ServiceGuide.Material("户口簿", "原件", 1, ServiceGuide.Necessity.REQUIRED, null, "核对后退还");
    return with(
        new ServiceGuide(
            header,
            title,
            null,
            "1",
            "行政许可",
            department,
            List.of(ServiceGuide.Audience.NATURAL_PERSON),
            null,
            null,
            null,
            complete ? List.of(material) : null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(aliases),
            null,
            Authority.UNSTATED,
            Handling.UNSTATED,
            Remedies.UNSTATED,
            Placement.NONE,
            List.of(),
            UnknownFields.NONE));
  }

  Release notice(RecordHeader header, String title, LocalDate day) {
    return with(
        new Notice(
            header, Notice.Kind.ANNOUNCEMENT, title, null, day, List.of(), UnknownFields.NONE));
  }

  ReleaseManifest manifest() {
    return manifest(StateDigest.of(records.stream()));
  }

  ReleaseManifest manifest(String stateDigest) {
    ReleaseManifest.Channel channel =
        new ReleaseManifest.Channel(
            "city", "市级", records.size(), stateDigest, ReleaseManifest.Pack.of("00", 0));
    return new ReleaseManifest(
        7, Instant.parse("2026-11-01T08:00:00Z"), "示例市政务服务中心", List.of(channel));
  }

  byte[] pack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PackWriter writer = new PackWriter(bytes)) {
      for (EncodedRecord record : records) {
        writer.add(record.json());
      }
    }
    return bytes.toByteArray();
  }

  /** Builds the snapshot in a folder and opens it on {@link #TODAY}. */
  ContentSnapshot open(Path folder) throws IOException {
    return open(folder, CLOCK);
  }

  ContentSnapshot open(Path folder, Clock clock) throws IOException {
    Path db = folder.resolve("content-7.db");
    build(db);
    return ContentSnapshot.open(db, clock);
  }

  Built build(Path db) throws IOException {
    return build(db, manifest(), pack());
  }

  static Built build(Path db, ReleaseManifest manifest, byte[] pack) throws IOException {
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, manifest)) {
      builder.addChannel(manifest.channels().getFirst(), new ByteArrayInputStream(pack));
      return builder.finish();
    }
  }
}
