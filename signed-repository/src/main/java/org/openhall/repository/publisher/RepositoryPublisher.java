package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.KeyId;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RoleKeys;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * Publishes releases into a folder that any static web server can serve: {@code metadata/} and
 * {@code targets/}. Everything new has a name of its own; {@code metadata/timestamp.json} is
 * replaced last, so a reader sees the old release or the new one. One publisher works at a time,
 * also across processes.
 */
public final class RepositoryPublisher {
  /** Timestamp and snapshot have online keys and a short life, renewed by the running office. */
  private static final Duration ONLINE_LIFE = Duration.ofDays(30);

  private static final Duration OFFLINE_LIFE = Duration.ofDays(365);

  private final MetadataFolder metadata;
  private final TargetStore targetStore;
  private final Path keysDir;
  private final KeyFiles keys;
  private final Clock clock;

  /**
   * @param repositoryDir what is served; made when absent
   * @param keysDir the private keys; made when absent, readable by the owner only
   */
  public RepositoryPublisher(Path repositoryDir, Path keysDir, Clock clock) {
    this(repositoryDir, keysDir, clock, Storage.durable());
  }

  RepositoryPublisher(Path repositoryDir, Path keysDir, Clock clock, Storage storage) {
    this.metadata = new MetadataFolder(repositoryDir.resolve("metadata"), storage);
    this.targetStore = new TargetStore(repositoryDir.resolve("targets"), storage);
    this.keysDir = keysDir;
    this.keys = new KeyFiles(keysDir, storage);
    this.clock = clock;
  }

  /** Makes the keys and the first root. Does nothing where there is a root already. */
  public synchronized void initialise() throws IOException {
    keys.prepare();
    try (FileChannel file = lockFile();
        FileLock _ = file.lock()) {
      if (metadata.highestVersion(TopRole.ROOT) == 0) {
        metadata.write(firstRoot(), keys.read(TopRole.ROOT));
      }
    }
  }

  /** The newest root, as clients must get it for their first trust. */
  public byte[] root() throws IOException {
    return metadata.rootFile();
  }

  /**
   * Publishes exactly these files, copied in.
   *
   * @param targets source file by target name, such as {@code packs/….pack}
   * @throws RepositoryException when the repository's own root or timestamp is not usable any more
   */
  public synchronized Published publish(Map<String, Path> targets)
      throws IOException, RepositoryException {
    try (FileChannel file = lockFile();
        FileLock _ = file.lock()) {
      requireLivingRoot();
      Map<String, TargetFile> added = addTargets(targets);
      long version = metadata.highestVersion(TopRole.TARGETS) + 1;
      Targets body = new Targets(version, expiryAfter(OFFLINE_LIFE), added);
      byte[] written = metadata.write(body, keys.read(TopRole.TARGETS));
      writeSnapshot(Map.of(TopRole.TARGETS.fileName(), MetaFile.of(version, written)));
      long bytes = added.values().stream().mapToLong(TargetFile::length).sum();
      return new Published(version, added.size(), bytes);
    }
  }

  /**
   * Signs a new timestamp over the same release, and a new snapshot when half of the snapshot's
   * life is over, so that neither expires while the office runs. Does nothing before the first
   * publication.
   */
  public synchronized void renewTimestamp() throws IOException, RepositoryException {
    try (FileChannel file = lockFile();
        FileLock _ = file.lock()) {
      Optional<Signed<Timestamp>> present = metadata.timestamp(own(TopRole.TIMESTAMP));
      if (present.isPresent()) {
        renew(present.get().body());
      }
    }
  }

  private void renew(Timestamp present) throws IOException, RepositoryException {
    Signed<Snapshot> snapshot =
        metadata.snapshot(present.snapshot().version(), own(TopRole.SNAPSHOT));
    if (snapshot.body().expires().isBefore(expiryAfter(ONLINE_LIFE.dividedBy(2)))) {
      Snapshot next = nextSnapshot(snapshot.body().meta());
      byte[] file = metadata.rewrite(snapshot, next, keys.read(TopRole.SNAPSHOT));
      writeTimestamp(MetaFile.of(next.version(), file));
    } else {
      writeTimestamp(present.snapshot());
    }
  }

  private Map<String, TargetFile> addTargets(Map<String, Path> sources) throws IOException {
    Map<String, TargetFile> added = new TreeMap<>();
    for (Map.Entry<String, Path> source : sources.entrySet()) {
      String name = source.getKey();
      if (!MetadataReader.isTargetName(name)) {
        throw new IllegalArgumentException("not a target name: " + name);
      }
      added.put(name, targetStore.add(name, source.getValue()));
    }
    return added;
  }

  private Authority own(TopRole role) throws IOException {
    SigningKey key = keys.read(role);
    return new Authority(role.roleName(), Map.of(key.id(), key.key()), 1);
  }

  private void writeSnapshot(Map<String, MetaFile> meta) throws IOException, RepositoryException {
    Snapshot body = nextSnapshot(meta);
    byte[] written = metadata.write(body, keys.read(TopRole.SNAPSHOT));
    writeTimestamp(MetaFile.of(body.version(), written));
  }

  private Snapshot nextSnapshot(Map<String, MetaFile> meta) throws IOException {
    long version = metadata.highestVersion(TopRole.SNAPSHOT) + 1;
    return new Snapshot(version, expiryAfter(ONLINE_LIFE), meta);
  }

  private void writeTimestamp(MetaFile snapshot) throws IOException, RepositoryException {
    Optional<Signed<Timestamp>> present = metadata.timestamp(own(TopRole.TIMESTAMP));
    long version = present.map(signed -> signed.body().version()).orElse(0L) + 1;
    Timestamp body = new Timestamp(version, expiryAfter(ONLINE_LIFE), snapshot);
    SigningKey key = keys.read(TopRole.TIMESTAMP);
    if (present.isPresent()) {
      metadata.rewrite(present.get(), body, key);
    } else {
      metadata.write(body, key);
    }
  }

  private Root firstRoot() throws IOException {
    Map<KeyId, Key> known = new HashMap<>();
    Map<TopRole, RoleKeys> roles = new EnumMap<>(TopRole.class);
    for (TopRole role : TopRole.values()) {
      SigningKey key = keys.readOrCreate(role);
      known.put(key.id(), key.key());
      roles.put(role, new RoleKeys(Set.of(key.id()), 1));
    }
    return new Root(1, expiryAfter(OFFLINE_LIFE), true, known, roles);
  }

  /** Nothing that is signed under an expired root would be taken by any client. */
  private void requireLivingRoot() throws IOException, RepositoryException {
    Root root = metadata.root();
    if (!root.expires().isAfter(clock.instant())) {
      throw new RepositoryException.Expired("root", root.expires(), clock.instant());
    }
  }

  private Instant expiryAfter(Duration life) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(life);
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        keysDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
