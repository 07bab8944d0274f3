package org.openhall.content.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Origin;
import org.openhall.content.RecordGenerator;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.DeltaHead;
import org.openhall.content.codec.DeltaWriter;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.codec.StateDigest;

/** Records in two channels, what a random hand makes of them, and the packs between. */
final class EditedState {
  private static final List<String> CHANNELS = List.of("city", "county");
  private static final String[] WORDS = {
    "关于", "住房", "公积金", "缴存", "基数", "义务教育", "招生", "通知", "公告", "食品安全", "检查", "方案", "2024"
  };

  private final Random random;
  private final long number;
  private final Map<String, Filed> records;

  private record Filed(String channel, EncodedRecord record) {}

  private EditedState(Random random, long number, Map<String, Filed> records) {
    this.random = random;
    this.number = number;
    this.records = records;
  }

  static EditedState of(Random random, int size) {
    EditedState state = new EditedState(random, 1, new TreeMap<>());
    for (int i = 0; i < size; i++) {
      state.put("r-%05d".formatted(i));
    }
    return state;
  }

  /** The same after so many edits: records added, changed in all or in part, moved or removed. */
  EditedState edited(int edits) {
    EditedState next = new EditedState(random, number + 1, new TreeMap<>(records));
    for (int i = 0; i < edits; i++) {
      List<String> ids = List.copyOf(next.records.keySet());
      String id = ids.get(random.nextInt(ids.size()));
      switch (random.nextInt(5)) {
        case 0 -> next.put("a-%d-%d".formatted(next.number, i));
        case 1 -> next.records.remove(id);
        case 2 -> next.move(id);
        default -> next.put(id);
      }
    }
    return next;
  }

  private void move(String id) {
    records.computeIfPresent(id, (_, filed) -> new Filed(channel(), filed.record()));
  }

  private String channel() {
    return CHANNELS.get(random.nextInt(CHANNELS.size()));
  }

  private void put(String id) {
    int kind = random.nextInt(3);
    ContentRecord record =
        kind == 0 ? new RecordGenerator(random.nextLong(), false).next() : entry(id, day());
    put(id, channel(), record);
  }

  private void put(String id, String channel, ContentRecord record) {
    String json = new String(RecordCodec.encode(record), StandardCharsets.UTF_8);
    String own = "\"id\":\"" + record.header().id() + "\"";
    byte[] bytes = json.replace(own, "\"id\":\"" + id + "\"").getBytes(StandardCharsets.UTF_8);
    records.put(id, new Filed(channel, new EncodedRecord(RecordCodec.typeOf(record), id, bytes)));
  }

  private LocalDate day() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(60));
  }

  private DisclosureEntry entry(String id, LocalDate day) {
    Origin origin = new Origin("示例市", null, "00", day, random.nextInt(100) == 0);
    String department = random.nextBoolean() ? "d-1" : null;
    return new DisclosureEntry(
        new RecordHeader(id, 1, department, null, null, origin),
        words(3) + "的通知",
        null,
        null,
        words(1) + "局",
        null,
        null,
        null,
        null,
        random.nextInt(20) == 0 ? null : day,
        DisclosureEntry.Validity.UNSTATED,
        null,
        List.of(),
        null,
        List.of(new Block.Paragraph(words(random.nextInt(30)))),
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  /** With many entries of one day in the middle. */
  EditedState withCrowd(int round, int size) {
    EditedState next = new EditedState(random, number + 1, new TreeMap<>(records));
    for (int i = 0; i < size; i++) {
      String id = "crowd-%d-%03d".formatted(round, i);
      next.put(id, channel(), entry(id, LocalDate.of(2020, 1, 15)));
    }
    return next;
  }

  EditedState withoutEntries() {
    EditedState next = new EditedState(random, number + 1, new TreeMap<>(records));
    next.records.values().removeIf(f -> f.record().type().equals("disclosure-entry"));
    return next;
  }

  int size() {
    return records.size();
  }

  ReleaseManifest manifest() {
    return manifest(List.of());
  }

  /** Of a release that is made of older packs and deltas. */
  ReleaseManifest manifestOfChain() {
    return manifest(List.of(new Delta(1, "00", Pack.of("00", 0))));
  }

  private ReleaseManifest manifest(List<Delta> deltas) {
    List<Channel> channels = new ArrayList<>();
    for (String name : CHANNELS) {
      List<EncodedRecord> own = in(name);
      String digest = StateDigest.of(own.stream());
      channels.add(new Channel(name, name, own.size(), digest, Pack.of("00", 0), deltas));
    }
    return new ReleaseManifest(number, Instant.EPOCH, "示例市", channels);
  }

  private List<EncodedRecord> in(String channel) {
    return records.values().stream()
        .filter(f -> f.channel().equals(channel))
        .map(Filed::record)
        .toList();
  }

  Path build(Path db) throws IOException {
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, manifest())) {
      addTo(builder, manifest());
      builder.finish();
    }
    return db;
  }

  void addTo(SnapshotBuilder builder, ReleaseManifest manifest) throws IOException {
    for (Channel channel : manifest.channels()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (PackWriter pack = new PackWriter(bytes)) {
        for (EncodedRecord record : in(channel.name())) {
          pack.add(record.json());
        }
      }
      builder.addChannel(channel, new ByteArrayInputStream(bytes.toByteArray()));
    }
  }

  Path update(EditedState before, Path shown, Path db) throws IOException {
    try (SnapshotBuilder builder =
        SnapshotBuilder.update(sound(shown), db, manifest(), BuildProgress.NONE)) {
      applyTo(builder, before, manifest());
      builder.finish();
    }
    return db;
  }

  void applyTo(SnapshotBuilder builder, EditedState before, ReleaseManifest manifest)
      throws IOException {
    for (Channel channel : manifest.channels()) {
      builder.applyDelta(channel, delta(before, channel.name()));
    }
  }

  static SoundSnapshot sound(Path db) throws IOException {
    byte[] bytes = Files.readAllBytes(db);
    String hash = HexFormat.of().formatHex(EncodedRecord.sha256(bytes));
    return new SoundSnapshot(db, hash);
  }

  /** The net delta of a channel from a state to this one. */
  InputStream delta(EditedState before, String channel) throws IOException {
    List<String> old = before.in(channel).stream().map(EncodedRecord::sha256Hex).toList();
    List<String> kept = in(channel).stream().map(EncodedRecord::id).toList();
    List<String> removed =
        before.in(channel).stream()
            .map(EncodedRecord::id)
            .filter(id -> !kept.contains(id))
            .toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeltaWriter writer =
        new DeltaWriter(bytes, new DeltaHead(channel, "from", "to", removed), 1 << 16)) {
      for (EncodedRecord record : in(channel)) {
        if (!old.contains(record.sha256Hex())) {
          writer.add(record.json());
        }
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
