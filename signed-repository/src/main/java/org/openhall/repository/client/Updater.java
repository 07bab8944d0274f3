package org.openhall.repository.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.PercentEncoding;
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

  private final MetadataFiles files;
  private final Sources sources;
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
    this(metadataDir, Sources.only(metadata), clock, storage);
  }

  /** The same with several places to ask. */
  public Updater(Path metadataDir, Sources metadata, Clock clock, Storage storage) {
    this.files = new MetadataFiles(metadataDir, storage);
    this.sources = metadata;
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
    Files.deleteIfExists(metadataDir.resolve(MetadataFiles.SPARE_ROOT));
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
    trusted = null;
    TrustedMetadataSet set = files.ownRoot(root -> new TrustedMetadataSet(root, clock.instant()));
    updateRoot(set);
    updateTimestamp(set);
    updateSnapshot(set);
    boolean changed = updateTargets(set);
    trusted = set;
    return refreshed(set, changed);
  }

  /**
   * A target by name, as of the last {@link #refresh}, whichever role describes it (§5.6.7); empty
   * where the release has none. May fetch the metadata of delegated roles.
   */
  public Optional<TargetFile> target(String name) throws RepositoryException, IOException {
    return new TargetSearch(this::delegated).find(name, topTargets());
  }

  /** To whom the top-level targets role leaves names, as of the last {@link #refresh}. */
  public Delegations delegations() {
    return topTargets().delegations();
  }

  /**
   * The metadata of a role that the top-level targets role delegates to, as of the last {@link
   * #refresh}; empty where it delegates to no such role, or the role has not said anything yet.
   */
  public Optional<Targets> role(String name) throws RepositoryException, IOException {
    Targets top = topTargets();
    boolean isThere =
        top.delegations().role(name).isPresent()
            && current().snapshot().orElseThrow().meta().containsKey(name + ".json");
    return !isThere ? Optional.empty() : Optional.of(delegated(name, top));
  }

  /**
   * Brings a target into {@code dir}, under its name, unless it is there already with the right
   * length and hash (§5.7). A broken download is gone on with the next time.
   *
   * @param targets stands in the repository's targets folder
   * @return the verified file
   * @throws RepositoryException also where the name would lead out of {@code dir}
   */
  public Path download(TargetFile target, Fetcher targets, Path dir)
      throws RepositoryException, IOException {
    if (!MetadataReader.isTargetName(target.name())) {
      throw new RepositoryException.Malformed(
          "targets", "a name that is no path: " + target.name());
    }
    return downloadTo(target, targets, dir.resolve(target.name()));
  }

  /** The same from the first of several places that has it right. */
  public Path download(TargetFile target, Sources targets, Path dir)
      throws RepositoryException, IOException {
    return targets.first(place -> download(target, place, dir));
  }

  /** The same under a name of the caller's own. */
  public Path downloadTo(TargetFile target, Fetcher targets, Path file)
      throws RepositoryException, IOException {
    boolean consistent = current().root().consistentSnapshot();
    String path = consistent ? target.consistentPath() : target.name();
    return new TargetDownload(target, file, storage).run(targets, PercentEncoding.path(path));
  }

  private Targets topTargets() {
    return current().targets().orElseThrow();
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
      // 5.3.3: no such file means that the trusted root is the newest.
      String name = TopRole.ROOT.fileName(set.root().version() + 1);
      Optional<Boolean> next =
          sources.firstIfThere(
              place -> takeRoot(set, MetadataFiles.fetch(place, name, MAX_ROOT_BYTES)));
      if (!next.orElse(false)) {
        return;
      }
    }
  }

  private boolean takeRoot(TrustedMetadataSet set, byte[] root)
      throws RepositoryException, IOException {
    TrustedMetadataSet.RootStep step = set.updateRoot(root);
    switch (step) {
      case SAME -> {
        return false;
      }
      case KEYS_WITHDRAWN -> {
        // 5.3.11, before the root is written: a power cut in between must not leave them.
        files.delete(TopRole.TIMESTAMP);
        files.delete(TopRole.SNAPSHOT);
      }
      case TAKEN -> {}
    }
    files.persist(TopRole.ROOT.fileName(), root); // 5.3.8
    return true;
  }

  /** 5.4, at each place: the newest counts, so that one that stands still holds nothing up. */
  private void updateTimestamp(TrustedMetadataSet set) throws RepositoryException, IOException {
    String name = TopRole.TIMESTAMP.fileName();
    files.offerOwn(name, set::updateTimestamp);
    sources.all(place -> {
      byte[] offered = MetadataFiles.fetch(place, name, MAX_TIMESTAMP_BYTES);
      boolean isNew = set.updateTimestamp(offered);
      if (isNew) {
        files.persist(name, offered);
      }
      return isNew;
    });
  }

  /** 5.5. */
  private void updateSnapshot(TrustedMetadataSet set) throws RepositoryException, IOException {
    String name = TopRole.SNAPSHOT.fileName();
    MetaFile promised = set.promisedSnapshot();
    if (files.offerOwn(name, set::updateSnapshotFromDisk)) {
      return;
    }
    fetch(set, name, promised, MAX_SNAPSHOT_BYTES, set::updateSnapshot);
  }

  /** 5.6. Returns whether new targets metadata had to be fetched. */
  private boolean updateTargets(TrustedMetadataSet set) throws RepositoryException, IOException {
    String name = TopRole.TARGETS.fileName();
    MetaFile promised = set.promisedTargets(TopRole.TARGETS.roleName());
    if (files.offerOwn(name, set::updateTargets)) {
      return false;
    }
    fetch(set, name, promised, MAX_TARGETS_BYTES, set::updateTargets);
    return true;
  }

  /** 5.6.7: the same for a delegated role, once in a run. */
  private Targets delegated(String role, Targets delegator)
      throws RepositoryException, IOException {
    TrustedMetadataSet set = current();
    if (set.delegated(role, delegator).isEmpty()) {
      String name = DelegatedRole.fileName(role);
      MetaFile promised = set.promisedTargets(role);
      MetadataFiles.Gate gate = file -> set.updateDelegated(file, role, delegator);
      if (!files.offerOwn(name, gate)) {
        fetch(set, name, promised, MAX_TARGETS_BYTES, gate);
      }
    }
    return set.delegated(role, delegator).orElseThrow();
  }

  private void fetch(
      TrustedMetadataSet set, String name, MetaFile promised, long largest, MetadataFiles.Gate gate)
      throws RepositoryException, IOException {
    var wanted = new MetadataFiles.Promised(name, promised, set.root().consistentSnapshot());
    byte[] taken =
        sources.first(place -> {
          byte[] offered = MetadataFiles.fetch(place, wanted, largest);
          gate.offer(offered);
          return offered;
        });
    files.persist(name, taken);
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
