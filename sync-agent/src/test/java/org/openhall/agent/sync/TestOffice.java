package org.openhall.agent.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.DeltaHead;
import org.openhall.content.codec.DeltaWriter;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.codec.StateDigest;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** A real repository of small releases: every record is a notice with one word. */
public final class TestOffice {
  public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Path dir;
  final RepositoryPublisher publisher;
  final SigningKey root = SigningKey.generate();
  final SigningKey targets = SigningKey.generate();
  final SigningKey editor = SigningKey.generate();
  final SigningKey reviewer = SigningKey.generate();

  public TestOffice(Path dir) throws IOException, RepositoryException {
    this(dir, CLOCK);
  }

  /** An office that signs by this clock. */
  public TestOffice(Path dir, Clock clock) throws IOException, RepositoryException {
    this.dir = Files.createDirectories(dir);
    this.publisher = new RepositoryPublisher(repository(), dir.resolve("keys"), clock);
    publisher.keys().begin(List.of(root), 1, targets);
    name(FourEyes.EDITORS, editor.key());
    name(FourEyes.REVIEWERS, reviewer.key());
  }

  /** Says whose signatures count for a role; no key of root is at hand. */
  void name(String role, Key... keys) throws IOException, RepositoryException {
    publisher.keys().delegate(role, List.of(keys), List.of(ReleaseManifest.TARGET), targets);
  }

  public Path repository() {
    return dir.resolve("repository");
  }

  public byte[] root() throws IOException {
    return publisher.root();
  }

  /** Publishes a release with one channel. */
  public ReleaseManifest publish(long release, String... words)
      throws IOException, RepositoryException {
    return publish(release, Map.of("city", List.of(words)));
  }

  ReleaseManifest publish(long release, Map<String, List<String>> wordsByChannel)
      throws IOException, RepositoryException {
    List<Channel> channels = new ArrayList<>();
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> channel : wordsByChannel.entrySet()) {
      List<EncodedRecord> records = channel.getValue().stream().map(TestOffice::record).toList();
      Pack pack = pack(records, files);
      String digest = StateDigest.of(records.stream());
      channels.add(new Channel(channel.getKey(), channel.getKey(), records.size(), digest, pack));
    }
    ReleaseManifest manifest = new ReleaseManifest(release, NOW, "示例市", channels);
    publish(manifest, files);
    return manifest;
  }

  /** Publishes a release of one form with its blank. */
  public void publish(long release, String title, Path blank)
      throws IOException, RepositoryException {
    byte[] bytes = Files.readAllBytes(blank);
    Attachment file =
        new Attachment(title, "application/pdf", bytes.length, Sha256.hex(bytes), null);
    Origin origin = new Origin("示例市", null, "0".repeat(64), LocalDate.EPOCH, true);
    RecordHeader header = new RecordHeader("f-1", 1, null, null, null, origin);
    Form form = new Form(header, title, null, file, null, List.of(), null, UnknownFields.NONE);
    publish(release, List.of(RecordCodec.encoded(form)), Map.of(file.target(), blank));
  }

  /** Publishes a release with a delta from another state. */
  ReleaseManifest publish(long release, List<String> before, List<String> words)
      throws IOException, RepositoryException {
    List<EncodedRecord> old = before.stream().map(TestOffice::record).toList();
    Map<String, Path> files = new LinkedHashMap<>();
    Pack delta = add(delta(before, words), files);
    return publish(release, words, new Delta(release - 1, digest(old), delta), files);
  }

  /** Publishes a release with any delta. */
  ReleaseManifest publish(long release, List<String> words, Delta delta, Map<String, Path> others)
      throws IOException, RepositoryException {
    List<EncodedRecord> records = words.stream().map(TestOffice::record).toList();
    Map<String, Path> files = new LinkedHashMap<>(others);
    Pack pack = pack(records, files);
    Channel city =
        new Channel("city", "city", records.size(), digest(records), pack, List.of(delta));
    ReleaseManifest manifest = new ReleaseManifest(release, NOW, "示例市", List.of(city));
    publish(manifest, files);
    return manifest;
  }

  static String digest(List<EncodedRecord> records) {
    return StateDigest.of(records.stream());
  }

  /** The delta that makes some words of others. */
  static byte[] delta(List<String> before, List<String> words) throws IOException {
    List<String> removed =
        before.stream().filter(w -> !words.contains(w)).map(w -> record(w).id()).sorted().toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DeltaHead head = new DeltaHead("city", "from", "to", removed);
    try (DeltaWriter writer = new DeltaWriter(bytes, head, 1000)) {
      for (String word : words.stream().filter(w -> !before.contains(w)).sorted().toList()) {
        writer.add(record(word).json());
      }
    }
    return bytes.toByteArray();
  }

  /** Publishes a release of these records, and other targets beside it. */
  ReleaseManifest publish(long release, List<EncodedRecord> records, Map<String, Path> others)
      throws IOException, RepositoryException {
    Map<String, Path> files = new LinkedHashMap<>(others);
    Pack pack = pack(records, files);
    String digest = StateDigest.of(records.stream());
    Channel city = new Channel("city", "city", records.size(), digest, pack);
    ReleaseManifest manifest = new ReleaseManifest(release, NOW, "示例市", List.of(city));
    publish(manifest, files);
    return manifest;
  }

  /** Publishes whatever it is, signed rightly. */
  void publish(ReleaseManifest manifest, Map<String, Path> packs)
      throws IOException, RepositoryException {
    publishRaw(manifest.toJson(), packs);
  }

  void publishRaw(byte[] manifest, Map<String, Path> packs)
      throws IOException, RepositoryException {
    Map<String, Path> files = new LinkedHashMap<>(packs);
    files.put(ReleaseManifest.TARGET, Files.write(dir.resolve(ReleaseManifest.TARGET), manifest));
    publisher.publish(files, signed(manifest, editor, reviewer));
  }

  /** What the two roles say of a manifest if these keys sign for them. */
  Map<String, byte[]> signed(byte[] manifest, SigningKey editors, SigningKey reviewers)
      throws IOException {
    return Map.of(
        FourEyes.EDITORS, signed(FourEyes.EDITORS, editors, manifest),
        FourEyes.REVIEWERS, signed(FourEyes.REVIEWERS, reviewers, manifest));
  }

  /** The word of a role for these bytes as the manifest. */
  byte[] signed(String role, SigningKey key, byte[] manifest) throws IOException {
    TargetFile file = new TargetFile(ReleaseManifest.TARGET, manifest.length, Sha256.hex(manifest));
    return publisher.sign(role, List.of(file), key);
  }

  /** Publishes a list of withdrawals, signed by this key in the emergency role. */
  void withdraw(SigningKey key, String... ids) throws IOException, RepositoryException {
    withdraw(key, null, ids);
  }

  /** The same up to a revision, or of all for null. */
  void withdraw(SigningKey key, @Nullable Integer revision, String... ids)
      throws IOException, RepositoryException {
    List<EmergencyList.Withdrawal> withdrawals =
        Stream.of(ids).map(id -> new EmergencyList.Withdrawal(id, "有误", NOW, revision)).toList();
    byte[] list = new EmergencyList(NOW, withdrawals, List.of()).toJson();
    TargetFile file = new TargetFile(EmergencyList.TARGET, list.length, Sha256.hex(list));
    Path source = Files.write(dir.resolve("list.json"), list);
    publisher.publish(
        Map.of(EmergencyList.TARGET, source),
        Map.of("emergency", publisher.sign("emergency", List.of(file), key)));
  }

  /** Says whose word counts in an emergency. */
  void nameForEmergencies(Key... keys) throws IOException, RepositoryException {
    publisher.keys().delegate("emergency", List.of(keys), List.of("emergency/*"), targets);
  }

  /** The bytes of a manifest of which no file is served yet, with its pack in {@code files}. */
  byte[] manifest(long release, String word, Map<String, Path> files) throws IOException {
    List<EncodedRecord> records = List.of(record(word));
    Pack pack = pack(records, files);
    Channel city = new Channel("city", "city", 1, StateDigest.of(records.stream()), pack);
    byte[] bytes = new ReleaseManifest(release, NOW, "示例市", List.of(city)).toJson();
    Path file = dir.resolve("manifest-" + release + ".json");
    files.put(ReleaseManifest.TARGET, Files.write(file, bytes));
    return bytes;
  }

  private Pack pack(List<EncodedRecord> records, Map<String, Path> files) throws IOException {
    Path file = dir.resolve("new.pack");
    try (OutputStream out = Files.newOutputStream(file);
        PackWriter writer = new PackWriter(out)) {
      for (EncodedRecord record : records) {
        writer.add(record.json());
      }
    }
    return add(Files.readAllBytes(file), files);
  }

  /** Takes any bytes for a pack. */
  Pack add(byte[] bytes, Map<String, Path> files) throws IOException {
    Pack pack = Pack.of(Sha256.hex(bytes), bytes.length);
    files.put(pack.target(), Files.write(dir.resolve(pack.sha256()), bytes));
    return pack;
  }

  /** The file that a client is served for a pack. */
  public Path served(Pack pack) {
    return repository().resolve("targets/packs/%1$s.%1$s.pack".formatted(pack.sha256()));
  }

  static EncodedRecord record(String word) {
    return record(word, 1);
  }

  static EncodedRecord record(String word, int revision) {
    Origin origin = new Origin("示例市", null, "0".repeat(64), LocalDate.EPOCH, true);
    RecordHeader header = new RecordHeader("n-" + word, revision, null, null, null, origin);
    return RecordCodec.encoded(
        new Notice(
            header,
            Notice.Kind.ANNOUNCEMENT,
            word,
            null,
            LocalDate.EPOCH,
            List.<Block>of(),
            UnknownFields.NONE));
  }
}
