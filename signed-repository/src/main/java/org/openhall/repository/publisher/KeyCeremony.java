package org.openhall.repository.publisher;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.KeyId;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RoleKeys;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.TopRole;

/**
 * Changes of who may sign. Root and targets keys are handed in by the people who keep them; staff
 * is changed by the targets key, top-level roles by root. What would leave a role without enough
 * keys is refused before anything is written, and what was interrupted is mended by doing it again.
 */
public final class KeyCeremony {
  private final Workplace workplace;
  private final Clock clock;

  KeyCeremony(Workplace workplace, Clock clock) {
    this.workplace = workplace;
    this.clock = clock;
  }

  /**
   * Makes the keys of timestamp and snapshot, the first root, and targets metadata that names
   * nobody yet.
   *
   * @param threshold how many of the root keys must sign a later root, 1 to their number
   */
  public void begin(List<SigningKey> rootKeys, int threshold, SigningKey targetsKey)
      throws IOException {
    if (threshold < 1 || threshold > rootKeys.size()) {
      throw new IllegalArgumentException("threshold " + threshold + " of " + rootKeys.size());
    }
    workplace.online.prepare();
    try (Workplace.Held _ = workplace.lock()) {
      Map<KeyId, Key> known = new HashMap<>();
      Map<TopRole, RoleKeys> roles = new EnumMap<>(TopRole.class);
      roles.put(TopRole.ROOT, new RoleKeys(ids(rootKeys), threshold));
      rootKeys.forEach(key -> known.put(key.id(), key.key()));
      for (TopRole role : List.of(TopRole.TARGETS, TopRole.SNAPSHOT, TopRole.TIMESTAMP)) {
        SigningKey key =
            role == TopRole.TARGETS ? targetsKey : workplace.online.create(role, clock);
        known.put(key.id(), key.key());
        roles.put(role, new RoleKeys(Set.of(key.id()), 1));
      }
      writeTargets(new Targets(1, workplace.lifetimes.offline(), Map.of()), targetsKey);
      Root root = new Root(1, workplace.lifetimes.offline(), true, known, roles);
      workplace.metadata.write(TopRole.ROOT.roleName(), 1, MetadataWriter.write(root, rootKeys));
    }
  }

  /** Signs root anew for another year, with other root keys. */
  public void changeRootKeys(List<Key> keys, int threshold, List<SigningKey> signers)
      throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      changeRoot(TopRole.ROOT, keys, threshold, signers);
    }
  }

  /** Gives the targets role another key; staff stays as it is. */
  public void replaceTargetsKey(SigningKey fresh, List<SigningKey> rootSigners)
      throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      Delegations delegations = workplace.targets().delegations();
      long version = workplace.metadata.highestVersion(TopRole.TARGETS.roleName()) + 1;
      // Before root: until root names the key, this file does not count.
      writeTargets(
          new Targets(version, workplace.lifetimes.offline(), Map.of(), delegations), fresh);
      changeRoot(TopRole.TARGETS, List.of(fresh.key()), 1, rootSigners);
      showIfPublished();
    }
  }

  /** Gives timestamp or snapshot a new key and deletes the old one. */
  public void replaceOnlineKey(TopRole role, List<SigningKey> rootSigners)
      throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      Set<KeyId> old = workplace.root().authority(role).keys().keySet();
      SigningKey fresh = workplace.online.create(role, clock);
      changeRoot(role, List.of(fresh.key()), 1, rootSigners);
      showIfPublished();
      for (KeyId id : old) {
        workplace.online.delete(role, id);
      }
    }
  }

  /**
   * Says who may sign for a delegated role. No key of root is needed. Whether the role's last word
   * still counts afterwards is in {@link RepositoryPublisher#standing}.
   *
   * @param keys all keys of the role from then on; none: nobody may sign
   * @param paths the target names that are left to it
   */
  public void delegate(String role, List<Key> keys, List<String> paths, SigningKey targetsKey)
      throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      Delegations before = workplace.targets().delegations();
      Map<KeyId, Key> known = new HashMap<>();
      List<DelegatedRole> roles =
          new java.util.ArrayList<>(
              before.roles().stream().filter(other -> !other.name().equals(role)).toList());
      for (DelegatedRole other : roles) {
        known.putAll(before.authority(other.name()).keys());
      }
      keys.forEach(key -> known.put(key.id(), key));
      Set<KeyId> ids = keys.stream().map(Key::id).collect(Collectors.toSet());
      if (!ids.isEmpty()) {
        roles.add(new DelegatedRole(role, new RoleKeys(ids, 1), false, new Patterns(paths)));
      }
      rewriteTargets(new Delegations(known, roles), targetsKey);
    }
  }

  /** Signs the same staff list for another year. */
  public void renewTargets(SigningKey targetsKey) throws IOException, RepositoryException {
    try (Workplace.Held _ = workplace.lock()) {
      rewriteTargets(workplace.targets().delegations(), targetsKey);
    }
  }

  private void rewriteTargets(Delegations delegations, SigningKey key)
      throws IOException, RepositoryException {
    Signed<Targets> before = MetadataReader.targets(workplace.targetsFile());
    long version = workplace.metadata.highestVersion(TopRole.TARGETS.roleName()) + 1;
    Targets body = new Targets(version, workplace.lifetimes.offline(), Map.of(), delegations);
    byte[] written = MetadataWriter.rewrite(before, body, List.of(key));
    MetadataReader.targets(written).verify(workplace.root().authority(TopRole.TARGETS));
    workplace.metadata.write(TopRole.TARGETS.roleName(), version, written);
    showIfPublished();
  }

  private void writeTargets(Targets body, SigningKey key) throws IOException {
    workplace.metadata.write(
        TopRole.TARGETS.roleName(), body.version(), MetadataWriter.write(body, List.of(key)));
  }

  /** Nothing is shown before the first release. */
  private void showIfPublished() throws IOException, RepositoryException {
    if (workplace.metadata.isPublished()) {
      workplace.show(Map.of());
    }
  }

  private void changeRoot(TopRole role, List<Key> keys, int threshold, List<SigningKey> signers)
      throws IOException, RepositoryException {
    Signed<Root> before = workplace.metadata.root();
    Map<TopRole, RoleKeys> roles = new EnumMap<>(before.body().roles());
    Set<KeyId> ids = keys.stream().map(Key::id).collect(Collectors.toSet());
    roles.put(role, new RoleKeys(ids, threshold));
    Map<KeyId, Key> known = new HashMap<>(before.body().keys());
    keys.forEach(key -> known.put(key.id(), key));
    known.keySet().retainAll(named(roles));
    Root after =
        new Root(
            before.body().version() + 1,
            workplace.lifetimes.offline(),
            before.body().consistentSnapshot(),
            known,
            roles);
    byte[] written = MetadataWriter.rewrite(before, after, signers);
    Signed<Root> signed = MetadataReader.root(written);
    signed.verify(before.body().authority(TopRole.ROOT));
    signed.verify(after.authority(TopRole.ROOT));
    workplace.metadata.write(TopRole.ROOT.roleName(), after.version(), written);
  }

  private static Set<KeyId> named(Map<TopRole, RoleKeys> roles) {
    Set<KeyId> ids = new HashSet<>();
    roles.values().forEach(signers -> ids.addAll(signers.keyIds()));
    return ids;
  }

  private static Set<KeyId> ids(List<SigningKey> keys) {
    return keys.stream().map(SigningKey::id).collect(Collectors.toSet());
  }
}
