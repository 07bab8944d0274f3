package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * Brings a terminal's metadata up to date and downloads targets: the reading and writing around
 * {@link TrustedMetadataSet}. Whatever the gate refuses is not written, so the last good metadata
 * stays. One thread at a time.
 */
public final class Updater {
  private static final int MAX_ROOT_ROTATIONS = 256;
  private static final long MAX_ROOT_BYTES = 512_000;
  private static final long MAX_TIMESTAMP_BYTES = 16_384;
  private static final long MAX_SNAPSHOT_BYTES = 2_000_000;
  private static final long MAX_TARGETS_BYTES = 5_000_000;

  private final Path metadataDir;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Storage storage;
  private @Nullable TrustedMetadataSet trusted;

  /**
   * @param metadataDir where the trusted metadata is kept; must hold {@code root.json}, see {@link
   *     #trust}
   * @param metadata stands in the repository's metadata folder
   */
  public Updater(Path metadataDir, Fetcher metadata, Clock clock) {
    this(metadataDir, metadata, clock, Storage.durable());
  }

  /** The same on another disk. */
  public Updater(Path metadataDir, Fetcher metadata, Clock clock, Storage storage) {
    this.metadataDir = metadataDir;
    this.fetcher = metadata;
    this.clock = clock;
    this.storage = storage;
  }

  /** Installs the first root, whose bytes the caller has reason to believe. */
  public static void trust(Path metadataDir, byte[] rootJson)
      throws IOException, RepositoryException {
    new TrustedMetadataSet(rootJson, Instant.EPOCH);
    Files.createDirectories(metadataDir);
    for (TopRole role : TopRole.values()) {
      Files.deleteIfExists(metadataDir.resolve(role.fileName())); // of a repository trusted before
    }
    Storage.durable().replace(metadataDir.resolve(TopRole.ROOT.fileName()), rootJson);
  }

  /**
   * Runs the client workflow once (§5.1–§5.6), judging all expiry at the time of the call.
   *
   * @throws RepositoryException when the repository breaks a rule; the trusted metadata stays
   * @throws FetchException when it cannot be reached
   * @throws IOException when the own disk fails
   */
  public Refreshed refresh() throws RepositoryException, IOException {
    TrustedMetadataSet set = new TrustedMetadataSet(local(TopRole.ROOT), clock.instant());
    trusted = null;
    updateRoot(set);
    updateTimestamp(set);
    updateSnapshot(set);
    boolean changed = updateTargets(set);
    trusted = set;
    return refreshed(set, changed);
  }

  /** A target by name, as of the last {@link #refresh}; empty where the release has none. */
  public Optional<TargetFile> target(String name) {
    return Optional.of(current())
        .flatMap(TrustedMetadataSet::targets)
        .map(targets -> targets.targets().get(name));
  }

  /**
   * Brings a target into {@code dir}, under its name, unless it is there already with the right
   * length and hash (§5.7). A broken download is gone on with the next time.
   *
   * @param targets stands in the repository's targets folder
   * @return the verified file
   */
  public Path download(TargetFile target, Fetcher targets, Path dir)
      throws RepositoryException, IOException {
    String path = current().root().consistentSnapshot() ? target.consistentPath() : target.name();
    return new TargetDownload(target, dir, storage).run(targets, path);
  }

  private TrustedMetadataSet current() {
    TrustedMetadataSet set = trusted;
    if (set == null) {
      throw new IllegalStateException("refresh comes before targets");
    }
    return set;
  }

  /** 5.3: walks the chain of roots up to the newest. */
  private void updateRoot(TrustedMetadataSet set) throws RepositoryException, IOException {
    for (int rotation = 0; rotation < MAX_ROOT_ROTATIONS; rotation++) {
      Optional<byte[]> next = fetchNextRoot(set.root().version() + 1);
      if (next.isEmpty()) {
        return;
      }
      set.updateRoot(next.get());
      persist(TopRole.ROOT, next.get()); // 5.3.8
    }
  }

  /** 5.3.3: no such file means that the trusted root is the newest. */
  private Optional<byte[]> fetchNextRoot(long version) throws RepositoryException, IOException {
    try {
      return Optional.of(fetch(TopRole.ROOT.fileName(version), MAX_ROOT_BYTES));
    } catch (FetchException.NotFound e) {
      return Optional.empty();
    }
  }

  private void updateTimestamp(TrustedMetadataSet set) throws RepositoryException, IOException {
    offerFromDisk(TopRole.TIMESTAMP, set::updateTimestamp);
    byte[] offered = fetch(TopRole.TIMESTAMP.fileName(), MAX_TIMESTAMP_BYTES);
    if (set.updateTimestamp(offered)) {
      persist(TopRole.TIMESTAMP, offered);
    }
  }

  private void updateSnapshot(TrustedMetadataSet set) throws RepositoryException, IOException {
    MetaFile promised = set.promisedSnapshot();
    if (offerFromDisk(TopRole.SNAPSHOT, set::updateSnapshotFromDisk)) {
      return;
    }
    byte[] offered = fetchPromised(set, TopRole.SNAPSHOT, promised, MAX_SNAPSHOT_BYTES);
    set.updateSnapshot(offered);
    persist(TopRole.SNAPSHOT, offered);
  }

  /** Returns whether new targets metadata had to be fetched. */
  private boolean updateTargets(TrustedMetadataSet set) throws RepositoryException, IOException {
    MetaFile promised = set.promisedTargets();
    if (offerFromDisk(TopRole.TARGETS, set::updateTargets)) {
      return false;
    }
    byte[] offered = fetchPromised(set, TopRole.TARGETS, promised, MAX_TARGETS_BYTES);
    set.updateTargets(offered);
    persist(TopRole.TARGETS, offered);
    return true;
  }

  private interface Gate {
    void offer(byte[] file) throws RepositoryException;
  }

  /**
   * Offers what was trusted before. That the gate refuses it is no trouble: it is expired,
   * replaced, damaged, or signed by keys that a new root has withdrawn (§5.3.11), and the
   * repository is asked.
   */
  private boolean offerFromDisk(TopRole role, Gate gate) throws IOException {
    if (!Files.exists(metadataDir.resolve(role.fileName()))) {
      return false;
    }
    try {
      gate.offer(local(role));
      return true;
    } catch (RepositoryException e) {
      return false;
    }
  }

  private byte[] fetchPromised(
      TrustedMetadataSet set, TopRole role, MetaFile promised, long largest)
      throws RepositoryException, IOException {
    boolean versioned = set.root().consistentSnapshot();
    String name = versioned ? role.fileName(promised.version()) : role.fileName();
    return fetch(name, Math.min(largest, promised.length().orElse(largest)));
  }

  /** Reads at most {@code largest} bytes, so that an endless file fills neither memory nor disk. */
  private byte[] fetch(String name, long largest) throws RepositoryException, IOException {
    try (InputStream in = fetcher.fetch(name)) {
      byte[] bytes = in.readNBytes((int) largest + 1);
      if (bytes.length > largest) {
        throw new RepositoryException.Mismatch(name, "length", "≤ " + largest, "> " + largest);
      }
      return bytes;
    }
  }

  private byte[] local(TopRole role) throws IOException {
    return Files.readAllBytes(metadataDir.resolve(role.fileName()));
  }

  private void persist(TopRole role, byte[] file) throws IOException {
    storage.replace(metadataDir.resolve(role.fileName()), file);
  }

  private static Refreshed refreshed(TrustedMetadataSet set, boolean changed) {
    Timestamp timestamp = set.timestamp().orElseThrow();
    Targets targets = set.targets().orElseThrow();
    Snapshot snapshot = set.snapshot().orElseThrow();
    Instant expires =
        Stream.of(set.root(), timestamp, snapshot, targets)
            .map(Metadata::expires)
            .min(Instant::compareTo)
            .orElseThrow();
    return new Refreshed(
        set.root().version(), timestamp.version(), targets.version(), changed, expires);
  }
}
