package org.openhall.repository.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.KeyId;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RoleKeys;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;

/** A whole signed repository in memory, with real keys, that tests can bend at every place. */
final class RepositorySimulator implements Fetcher {
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  /** What is served, by path; tests may alter it. */
  final Map<String, byte[]> files = new HashMap<>();

  /** Every path that was asked for. */
  final List<String> asked = new ArrayList<>();

  /** Who signs the next file of a role. */
  final Map<TopRole, List<SigningKey>> signers = new EnumMap<>(TopRole.class);

  /** Whom the next root names for a role. */
  final Map<TopRole, List<SigningKey>> named = new EnumMap<>(TopRole.class);

  final Map<TopRole, Integer> thresholds = new EnumMap<>(TopRole.class);
  final Map<TopRole, Long> versions = new EnumMap<>(TopRole.class);
  final Map<TopRole, Instant> expires = new EnumMap<>(TopRole.class);

  /** Further entries of the next snapshot. */
  final Map<String, MetaFile> furtherMeta = new HashMap<>();

  private final Map<String, byte[]> targets = new LinkedHashMap<>();

  RepositorySimulator() {
    for (TopRole role : TopRole.values()) {
      List<SigningKey> key = List.of(SigningKey.generate());
      signers.put(role, key);
      named.put(role, key);
      thresholds.put(role, 1);
      versions.put(role, 0L);
      expires.put(role, NOW.plus(Duration.ofDays(30)));
    }
    publishRoot();
    publishTargets();
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    asked.add(path);
    byte[] file = files.get(path);
    if (file == null) {
      throw new FetchException.NotFound(path, "the simulator");
    }
    return new ByteArrayInputStream(file);
  }

  byte[] publishRoot() {
    long version = next(TopRole.ROOT);
    Map<KeyId, Key> keys =
        named.values().stream()
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.toMap(SigningKey::id, SigningKey::key, (a, _) -> a));
    Map<TopRole, RoleKeys> roles = new EnumMap<>(TopRole.class);
    named.forEach((role, keysOfRole) -> roles.put(role, roleKeys(role, keysOfRole)));
    Root root = new Root(version, present(expires, TopRole.ROOT), true, keys, roles);
    byte[] file = sign(root);
    files.put(version + ".root.json", file);
    return file;
  }

  private RoleKeys roleKeys(TopRole role, List<SigningKey> keys) {
    Set<KeyId> ids = keys.stream().map(SigningKey::id).collect(Collectors.toSet());
    return new RoleKeys(ids, present(thresholds, role));
  }

  void addTarget(String name, byte[] content) {
    targets.put(name, content);
  }

  TargetFile targetFile(String name) {
    byte[] content = present(targets, name);
    return new TargetFile(name, content.length, Sha256.hex(content));
  }

  /** A new release: targets, snapshot, timestamp. */
  void publishTargets() {
    long version = next(TopRole.TARGETS);
    Map<String, TargetFile> listed = new HashMap<>();
    targets.forEach((name, content) -> {
      listed.put(name, targetFile(name));
      files.put(targetFile(name).consistentPath(), content);
    });
    byte[] file = sign(new Targets(version, present(expires, TopRole.TARGETS), listed));
    files.put(version + ".targets.json", file);
    publishSnapshot(MetaFile.of(version, file));
  }

  void publishSnapshot(MetaFile targetsFile) {
    long version = next(TopRole.SNAPSHOT);
    Map<String, MetaFile> meta = new HashMap<>(furtherMeta);
    meta.put("targets.json", targetsFile);
    byte[] file = sign(new Snapshot(version, present(expires, TopRole.SNAPSHOT), meta));
    files.put(version + ".snapshot.json", file);
    publishTimestamp(MetaFile.of(version, file));
  }

  void publishTimestamp(MetaFile snapshotFile) {
    long version = next(TopRole.TIMESTAMP);
    files.put(
        "timestamp.json",
        sign(new Timestamp(version, present(expires, TopRole.TIMESTAMP), snapshotFile)));
  }

  /** A new timestamp over the snapshot of now. */
  void renewTimestamp() {
    long version = present(versions, TopRole.SNAPSHOT);
    publishTimestamp(MetaFile.of(version, current(TopRole.SNAPSHOT)));
  }

  /** The newest file of a role. */
  byte[] current(TopRole role) {
    String name =
        role == TopRole.TIMESTAMP ? role.fileName() : role.fileName(present(versions, role));
    return present(files, name);
  }

  byte[] root(long version) {
    return present(files, version + ".root.json");
  }

  byte[] sign(Metadata body) {
    return MetadataWriter.write(body, present(signers, body.role()));
  }

  private long next(TopRole role) {
    return versions.merge(role, 1L, Long::sum);
  }

  /** What is known to be in the map. */
  static <K, V> V present(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }
}
