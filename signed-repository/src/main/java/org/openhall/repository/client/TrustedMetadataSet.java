package org.openhall.repository.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
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
 * <p>Roles are offered in the order root, timestamp, snapshot, targets; another order is a
 * programmer's mistake. An expired timestamp or snapshot from the disk stays inside for rollback
 * protection, yet nothing later is accepted upon it. One instance serves one run and one thread.
 */
public final class TrustedMetadataSet {
  private final Instant referenceTime;
  private Root root;
  private @Nullable Timestamp timestamp;
  private @Nullable Snapshot snapshot;
  private @Nullable Targets targets;

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
  public void updateRoot(byte[] file) throws RepositoryException {
    require(timestamp == null, "root comes before timestamp");
    Signed<Root> offered = MetadataReader.root(file);
    // 5.3.4: a threshold of the trusted root's keys and one of its own.
    offered.verify(root.authority(TopRole.ROOT));
    offered.verify(offered.body().authority(TopRole.ROOT));
    // 5.3.5: exactly the next version, so that no root of the chain is left out.
    long next = root.version() + 1;
    if (offered.body().version() != next) {
      throw new WrongVersion("root", offered.body().version(), next);
    }
    // 5.3.7: expiry of an intermediate root is not checked; see requireFinalRoot.
    root = offered.body();
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
      requireNotOlder("timestamp", offered.version(), trusted.version());
      if (offered.version() == trusted.version()) {
        return false;
      }
      // 5.4.3.2: the snapshot that it names must not go back either.
      requireNotOlder("snapshot", offered.snapshot().version(), trusted.snapshot().version());
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
      requireNoneOlder(signed.body(), trusted);
    }
    snapshot = signed.body();
    requireFinalSnapshot(); // 5.5.4 and 5.5.6, after taking it: see updateTimestamp
  }

  /** 5.5.5: no targets metadata may vanish or go back. */
  private static void requireNoneOlder(Snapshot offered, Snapshot trusted)
      throws RepositoryException {
    for (Map.Entry<String, MetaFile> before : trusted.meta().entrySet()) {
      MetaFile now = offered.meta().get(before.getKey());
      if (now == null) {
        throw new Malformed("snapshot", before.getKey() + " is missing, although it was there");
      }
      requireNotOlder(before.getKey(), now.version(), before.getValue().version());
    }
  }

  /** Offers the targets of the disk or of the repository: the same rules hold for both. */
  public void updateTargets(byte[] file) throws RepositoryException {
    MetaFile promised = promisedTargets();
    promised.check("targets", file); // 5.6.2
    Signed<Targets> signed = MetadataReader.targets(file);
    signed.verify(root.authority(TopRole.TARGETS)); // 5.6.3
    Targets offered = signed.body();
    if (offered.version() != promised.version()) { // 5.6.4
      throw new WrongVersion("targets", offered.version(), promised.version());
    }
    requireFresh(offered); // 5.6.5
    targets = offered;
  }

  /** What the trusted timestamp says of the snapshot metadata. */
  MetaFile promisedSnapshot() throws Expired {
    return requireFreshTimestamp().snapshot();
  }

  /** What the trusted snapshot says of the targets metadata. */
  MetaFile promisedTargets() throws RepositoryException {
    MetaFile promised = requireFinalSnapshot().meta().get(TopRole.TARGETS.fileName());
    if (promised == null) {
      throw new Malformed("snapshot", "it does not name targets.json");
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
    if (present.version() != named) {
      throw new WrongVersion("snapshot", present.version(), named);
    }
    requireFresh(present);
    return present;
  }

  private void requireFresh(Metadata metadata) throws Expired {
    if (!metadata.expires().isAfter(referenceTime)) {
      throw new Expired(metadata.role().roleName(), metadata.expires(), referenceTime);
    }
  }

  private static void requireNotOlder(String file, long offered, long trusted) throws Older {
    if (offered < trusted) {
      throw new Older(file, offered, trusted);
    }
  }

  private static void require(boolean order, String rule) {
    if (!order) {
      throw new IllegalStateException(rule);
    }
  }
}
