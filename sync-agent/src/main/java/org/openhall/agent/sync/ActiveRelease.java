package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SoundSnapshot;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.repository.storage.FileDigest;

/**
 * What the terminal has written down of the content shown: the packs that it is made of, and the
 * hash of its file. Both follow the swap, so that either may be missing or of the release before.
 */
final class ActiveRelease {
  private final Terminal terminal;
  private final SyncJob.Machine machine;
  private final LocalPacks packs;

  ActiveRelease(Terminal terminal, SyncJob.Machine machine, LocalPacks packs) {
    this.terminal = terminal;
    this.machine = machine;
    this.packs = packs;
  }

  /** How the content is made of packs; empty if that is not written down, or damaged. */
  Optional<ReleaseManifest> manifest() throws IOException {
    return read(terminal.activeManifest());
  }

  /** The manifest that was fetched last, of what may or may not be shown. */
  private Optional<ReleaseManifest> fetched() throws IOException {
    return read(terminal.repository().resolve(ReleaseManifest.TARGET))
        .flatMap(all -> LocalRelease.subscribed(all, terminal.identity().channels()));
  }

  private static Optional<ReleaseManifest> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReleaseManifest.fromJson(Files.readAllBytes(file)));
    } catch (MalformedManifestException e) {
      return Optional.empty();
    }
  }

  void writeManifest(ReleaseManifest local) throws IOException {
    machine.storage().replace(terminal.activeManifest(), local.toJson());
  }

  /** Whether the hash of this release's file is written down. */
  boolean isSealed(long release) throws IOException {
    return writtenSeal().startsWith(release + " ");
  }

  /** Whether the file is what was written down. */
  boolean isAsSealed(long release) throws IOException {
    return writtenSeal().equals(seal(release));
  }

  /** The file of a release with the hash that was written down. */
  SoundSnapshot sealed(long release) throws IOException {
    String sha256 = writtenSeal().replaceFirst("^[0-9]+ ", "").strip();
    return new SoundSnapshot(terminal.content().fileFor(release), sha256);
  }

  /** Any bytes may stand there when the disk is damaged; they equal no seal then. */
  private String writtenSeal() throws IOException {
    return Files.exists(terminal.activeSeal())
        ? Files.readString(terminal.activeSeal(), StandardCharsets.ISO_8859_1)
        : "";
  }

  void writeSeal(long release) throws IOException {
    byte[] seal = seal(release).getBytes(StandardCharsets.US_ASCII);
    machine.storage().replace(terminal.activeSeal(), seal);
  }

  private String seal(long release) throws IOException {
    return release + " " + FileDigest.sha256(terminal.content().fileFor(release)) + "\n";
  }

  /** Whether the content is, record by record, a release of which there is a manifest here. */
  boolean isKnown(CurrentContent current) throws IOException {
    for (ReleaseManifest manifest :
        Stream.of(manifest(), fetched()).flatMap(Optional::stream).toList()) {
      if (manifest.release() == current.release() && holds(current, manifest)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(CurrentContent current, ReleaseManifest manifest) throws IOException {
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.file(), machine.clock())) {
      return snapshot.isOf(manifest);
    } catch (UnreadableSnapshotException e) {
      return false;
    }
  }

  /** As {@link #settle(ReleaseManifest)}, by the manifest that was fetched last, if it is shown. */
  void settle() throws IOException {
    long shown = terminal.content().current().map(CurrentContent::release).orElse(0L);
    Optional<ReleaseManifest> signed = fetched().filter(m -> m.release() == shown);
    if (signed.isPresent()) {
      settle(signed.get());
    }
  }

  /**
   * Writes down again how the content shown is made of packs, where that was lost: the agent was
   * killed right after the swap, or the disk is damaged. Nothing comes over the line: what no packs
   * are there for is packed out of the content.
   *
   * @param shown the office's manifest of it
   */
  void settle(ReleaseManifest shown) throws IOException {
    Optional<ReleaseManifest> active = manifest();
    if (active.isPresent() && isSettled(active.get(), shown)) {
      return;
    }
    Optional<ReleaseManifest> here =
        Stream.of(
                active.flatMap(before -> LocalRelease.continued(shown, before)),
                Optional.of(LocalRelease.whole(shown)))
            .flatMap(Optional::stream)
            .filter(packs::hold)
            .findFirst();
    ReleaseManifest local =
        here.isPresent()
            ? here.get()
            : packs.repacked(shown, terminal.content().fileFor(shown.release()));
    writeManifest(local);
    packs.keepOnly(local);
  }

  /** Another subscription is not damage: the next release brings it. */
  private boolean isSettled(ReleaseManifest active, ReleaseManifest shown) {
    boolean same =
        LocalRelease.hasSameChannels(active, shown)
            ? LocalRelease.changed(shown, active).isEmpty() && packs.hold(active)
            : active.release() == shown.release();
    return same && active.release() == shown.release();
  }
}
