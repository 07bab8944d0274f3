package org.openhall.repository.client;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;

/**
 * The gate: metadata gets in only when it keeps every rule of the specification's client workflow
 * (§5.3–§5.6; the numbers in the comments are its steps). No file, no network, no clock: expiry is
 * judged at the one reference time of the run.
 *
 * <p>Roles are offered in the order root, timestamp, snapshot, targets, delegated roles; another
 * order is a programmer's mistake. An expired timestamp or snapshot from the disk stays inside for
 * rollback protection, yet nothing later is accepted upon it. One instance serves one run and one
 * thread.
 */
public final class TrustedMetadataSet {
  private final Instant referenceTime;
  private Root root;
  private @Nullable Timestamp timestamp;
  private @Nullable Snapshot snapshot;
  private @Nullable Targets targets;

  /**
   * By whom they had to be signed: a role that two others delegate to may have two sets of keys.
   */
  private final Map<Authority, Targets> delegated = new HashMap<>();

  /** What a root of the chain brought. */
  public enum RootStep {
    /** It is trusted now; another may follow. */
    TAKEN,
    /** The same, and timestamp or snapshot keys are withdrawn: both files must go (§5.3.11). */
    KEYS_WITHDRAWN,
    /** It is the trusted one again and dropped: the chain ends (§5.3.5). */
    SAME
  }

  /**
   * Starts from the root that is trusted already (§5.2).
   *
   * @param trustedRoot the file; its expiry does not matter yet
   */
  public TrustedMetadataSet(byte[] trustedRoot, Instant referenceTime) throws RepositoryException {
    Signed<Root> signed = MetadataReader.root(trustedRoot);
    signed.verify(signed.body().authority(TopRole.ROOT));
    this.root = signed.body();
    this.referenceTime = referenceTime;
  }

  public Root root() {
    return root;
  }

  public Optional<Timestamp> timestamp() {
    return Optional.ofNullable(timestamp);
  }

  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  public Optional<Targets> targets() {
    return Optional.ofNullable(targets);
  }

  /** Offers the next root of the chain. */
  public RootStep updateRoot(byte[] file) throws RepositoryException {
    require(timestamp == null, "root comes before timestamp");
    Signed<Root> signed = MetadataReader.root(file);
    Root offered = signed.body();
    // 5.3.4: a threshold of the trusted root's keys and one of its own.
    signed.verify(root.authority(TopRole.ROOT));
    signed.verify(offered.authority(TopRole.ROOT));
    // 5.3.5: exactly the next version, so that no root of the chain is left out.
    Rules.notOlder("root", offered.version(), root.version());
    if (offered.version() == root.version()) {
      return RootStep.SAME;
    }
    Rules.version("root", offered.version(), root.version() + 1);
    boolean kept =
        keepsKeys(offered, TopRole.TIMESTAMP) && keepsKeys(offered, TopRole.SNAPSHOT); // 5.3.11
    // 5.3.6: expiry of an intermediate root is not checked; see requireFinalRoot.
    root = offered; // 5.3.7
    return kept ? RootStep.TAKEN : RootStep.KEYS_WITHDRAWN;
  }

  private boolean keepsKeys(Root offered, TopRole role) {
    return offered.authority(role).hasAllKeysOf(root.authority(role));
  }

  /**
   * Offers a timestamp, first the one on the disk, then the repository's.
   *
   * @return false where it is the trusted version again, and is to be dropped (§5.4.3.1)
   */
  public boolean updateTimestamp(byte[] file) throws RepositoryException {
    require(snapshot == null, "timestamp comes before snapshot");
    requireFinalRoot();
    Signed<Timestamp> signed = MetadataReader.timestamp(file);
    // 5.4.2: signed by a threshold of the keys that the final root names.
    signed.verify(root.authority(TopRole.TIMESTAMP));
    Timestamp offered = signed.body();
    Timestamp trusted = timestamp;
    if (trusted != null) {
      Rules.notOlder("timestamp", offered.version(), trusted.version());
      if (offered.version() == trusted.version()) {
        return false;
      }
      // 5.4.3.2: the snapshot that it names must not go back either.
      Rules.notOlder("snapshot", offered.snapshot().version(), trusted.snapshot().version());
    }
    timestamp = offered;
    requireFreshTimestamp(); // 5.4.4, after taking it: an expired one still protects from rollback
    return true;
  }

  /** Offers the snapshot from the disk: its bytes may be older than the timestamp promises. */
  public void updateSnapshotFromDisk(byte[] file) throws RepositoryException {
    acceptSnapshot(file);
  }

  /** Offers the snapshot of the repository, whose bytes the timestamp promises (§5.5.2). */
  public void updateSnapshot(byte[] file) throws RepositoryException {
    promisedSnapshot().check("snapshot", file);
    acceptSnapshot(file);
  }

  private void acceptSnapshot(byte[] file) throws RepositoryException {
    require(targets == null, "snapshot comes before targets");
    requireFreshTimestamp();
    Signed<Snapshot> signed = MetadataReader.snapshot(file);
    signed.verify(root.authority(TopRole.SNAPSHOT)); // 5.5.3
    Snapshot trusted = snapshot;
    if (trusted != null) {
      Rules.noneOlder(signed.body(), trusted); // 5.5.5
    }
    snapshot = signed.body();
    requireFinalSnapshot(); // 5.5.4 and 5.5.6, after taking it: see updateTimestamp
  }

  /** Offers the targets of the disk or of the repository: the same rules hold for both. */
  public void updateTargets(byte[] file) throws RepositoryException {
    targets = accepted(file, root.authority(TopRole.TARGETS));
  }

  /**
   * Offers the metadata of a delegated role: the rules of §5.6, with the delegating role's word for
   * its keys in the place of root's.
   *
   * @param delegator targets metadata that this set took in
   */
  public Targets updateDelegated(byte[] file, String role, Targets delegator)
      throws RepositoryException {
    require(
        delegator.equals(targets) || delegated.containsValue(delegator),
        "a role comes after the one that delegates to it");
    Authority authority = delegator.delegations().authority(role);
    Targets offered = accepted(file, authority);
    delegated.put(authority, offered);
    return offered;
  }

  /** The metadata of a delegated role, where this set took it in under these keys. */
  public Optional<Targets> delegated(String role, Targets delegator) {
    return Optional.ofNullable(delegated.get(delegator.delegations().authority(role)));
  }

  private Targets accepted(byte[] file, Authority authority) throws RepositoryException {
    MetaFile promised = promisedTargets(authority.role());
    promised.check(authority.role(), file); // 5.6.2
    Signed<Targets> signed = MetadataReader.targets(authority.role(), file);
    signed.verify(authority); // 5.6.3
    Targets offered = signed.body();
    Rules.version(authority.role(), offered.version(), promised.version()); // 5.6.4
    Rules.fresh(authority.role(), offered, referenceTime); // 5.6.5
    return offered;
  }

  /** What the trusted timestamp says of the snapshot metadata. */
  MetaFile promisedSnapshot() throws Expired {
    return requireFreshTimestamp().snapshot();
  }

  /** What the trusted snapshot says of the metadata of a targets role. */
  MetaFile promisedTargets(String role) throws RepositoryException {
    MetaFile promised = requireFinalSnapshot().meta().get(role + ".json");
    if (promised == null) {
      throw new Malformed("snapshot", "it does not name " + role + ".json");
    }
    return promised;
  }

  /** 5.3.10: the last root of the chain must not be expired. */
  private void requireFinalRoot() throws Expired {
    requireFresh(root);
  }

  private Timestamp requireFreshTimestamp() throws Expired {
    Timestamp present = timestamp;
    if (present == null) {
      throw new IllegalStateException("timestamp comes before snapshot");
    }
    requireFresh(present);
    return present;
  }

  private Snapshot requireFinalSnapshot() throws RepositoryException {
    Snapshot present = snapshot;
    if (present == null) {
      throw new IllegalStateException("snapshot comes before targets");
    }
    long named = requireFreshTimestamp().snapshot().version();
    Rules.version("snapshot", present.version(), named);
    requireFresh(present);
    return present;
  }

  private void requireFresh(Metadata metadata) throws Expired {
    Rules.fresh(metadata.role().roleName(), metadata, referenceTime);
  }

  private static void require(boolean order, String rule) {
    if (!order) {
      throw new IllegalStateException(rule);
    }
  }
}
