package org.openhall.agent.sync;

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
import org.openhall.content.Block;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.codec.StateDigest;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.publisher.RepositoryPublisher;

/** A real repository of small releases: every record is a notice with one word. */
public final class TestOffice {
  public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Path dir;
  private final RepositoryPublisher publisher;

  public TestOffice(Path dir) throws IOException {
    this(dir, CLOCK);
  }

  /** An office that signs by this clock. */
  public TestOffice(Path dir, Clock clock) throws IOException {
    this.dir = Files.createDirectories(dir);
    this.publisher = new RepositoryPublisher(repository(), dir.resolve("keys"), clock);
    publisher.initialise();
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
    publisher.publish(files);
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
  Path served(Pack pack) {
    return repository().resolve("targets/packs/%1$s.%1$s.pack".formatted(pack.sha256()));
  }

  private static EncodedRecord record(String word) {
    Origin origin = new Origin("示例市", null, "0".repeat(64), LocalDate.EPOCH, true);
    RecordHeader header = new RecordHeader("n-" + word, 1, null, null, null, origin);
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
