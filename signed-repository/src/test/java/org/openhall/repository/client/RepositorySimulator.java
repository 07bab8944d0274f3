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
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.DelegatedRole.Names;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.Delegations;
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

  /** Whether the next root wants versions and hashes in names. */
  boolean consistent = true;

  /** Delegated roles by delegating role, in their order. */
  final Map<String, List<DelegatedRole>> delegated = new HashMap<>();

  /** Who signs the next file of a delegated role. */
  final Map<String, SigningKey> roleKeys = new LinkedHashMap<>();

  /** Expiry of delegated roles that differ from the others. */
  final Map<String, Instant> roleExpires = new HashMap<>();

  private final Map<String, Map<String, byte[]>> targets = new HashMap<>();

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
    Root root = new Root(version, present(expires, TopRole.ROOT), consistent, keys, roles);
    byte[] file = sign(root);
    files.put(version + ".root.json", file);
    return file;
  }

  private RoleKeys roleKeys(TopRole role, List<SigningKey> keys) {
    Set<KeyId> ids = keys.stream().map(SigningKey::id).collect(Collectors.toSet());
    return new RoleKeys(ids, present(thresholds, role));
  }

  void addTarget(String name, byte[] content) {
    addTarget("targets", name, content);
  }

  void addTarget(String role, String name, byte[] content) {
    targets.computeIfAbsent(role, _ -> new LinkedHashMap<>()).put(name, content);
  }

  TargetFile targetFile(String name) {
    return targetFile("targets", name);
  }

  private TargetFile targetFile(String role, String name) {
    byte[] content = present(present(targets, role), name);
    return new TargetFile(name, content.length, Sha256.hex(content));
  }

  /** From the next release on {@code delegator} leaves these names to {@code role}. */
  void delegate(String delegator, String role, boolean terminating, Names names) {
    SigningKey key = roleKeys.computeIfAbsent(role, _ -> SigningKey.generate());
    RoleKeys signers = new RoleKeys(Set.of(key.id()), 1);
    delegated
        .computeIfAbsent(delegator, _ -> new ArrayList<>())
        .add(new DelegatedRole(role, signers, terminating, names));
  }

  void delegate(String delegator, String role, String... patterns) {
    delegate(delegator, role, false, new Patterns(List.of(patterns)));
  }

  /** A new release: targets of all roles, snapshot, timestamp. */
  void publishTargets() {
    long version = next(TopRole.TARGETS);
    Map<String, MetaFile> meta = new HashMap<>();
    for (String role : roleKeys.keySet()) {
      byte[] file =
          MetadataWriter.write(
              targetsOf(
                  role, version, roleExpires.getOrDefault(role, NOW.plus(Duration.ofDays(30)))),
              List.of(present(roleKeys, role)));
      put(DelegatedRole.fileName(role), version, file);
      meta.put(role + ".json", MetaFile.of(version, file));
    }
    byte[] file = sign(targetsOf("targets", version, present(expires, TopRole.TARGETS)));
    put(TopRole.TARGETS.fileName(), version, file);
    meta.put(TopRole.TARGETS.fileName(), MetaFile.of(version, file));
    publishSnapshot(meta);
  }

  private Targets targetsOf(String role, long version, Instant expiry) {
    Map<String, TargetFile> listed = new HashMap<>();
    targets
        .getOrDefault(role, Map.of())
        .forEach((name, content) -> {
          TargetFile file = targetFile(role, name);
          listed.put(name, file);
          files.put(consistent ? file.consistentPath() : name, content);
        });
    return new Targets(version, expiry, listed, delegations(role));
  }

  private Delegations delegations(String delegator) {
    Map<KeyId, Key> keys =
        roleKeys.values().stream().collect(Collectors.toMap(SigningKey::id, SigningKey::key));
    return delegated.containsKey(delegator)
        ? new Delegations(keys, present(delegated, delegator))
        : Delegations.NONE;
  }

  private void put(String name, long version, byte[] file) {
    files.put(consistent ? version + "." + name : name, file);
  }

  void publishSnapshot(MetaFile targetsFile) {
    publishSnapshot(Map.of("targets.json", targetsFile));
  }

  private void publishSnapshot(Map<String, MetaFile> entries) {
    long version = next(TopRole.SNAPSHOT);
    Map<String, MetaFile> meta = new HashMap<>(furtherMeta);
    meta.putAll(entries);
    byte[] file = sign(new Snapshot(version, present(expires, TopRole.SNAPSHOT), meta));
    put("snapshot.json", version, file);
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
    boolean versioned = role != TopRole.TIMESTAMP && consistent;
    String name = versioned ? role.fileName(present(versions, role)) : role.fileName();
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
