package org.openhall.agent.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.store.Built;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnusableBaseException;
import org.openhall.content.store.WrongDigestException;

/** Makes snapshots out of the packs on the disk, and mends the one that is shown. */
final class SnapshotWorkshop {
  /** Reading the whole file takes less than a second. */
  private static final Duration INSPECT_EVERY = Duration.ofHours(1);

  private final SnapshotDirectory content;
  private final SyncWatch watch;
  private final SyncJob.Machine machine;
  private final LocalPacks packs;
  private final ActiveRelease active;
  private Instant inspected = Instant.EPOCH;

  SnapshotWorkshop(Terminal terminal, SyncWatch watch, SyncJob.Machine machine) {
    this.content = terminal.content();
    this.watch = watch;
    this.machine = machine;
    this.packs = new LocalPacks(terminal, machine.storage());
    this.active = new ActiveRelease(terminal, machine, packs);
  }

  /**
   * The release as it follows upon the one shown, see {@link LocalRelease#continued}; empty as well
   * if the one shown could not be built again from the disk.
   */
  Optional<ReleaseManifest> continued(ReleaseManifest release) throws IOException {
    Optional<ReleaseManifest> before = active.manifest().filter(this::isShownWithPacks);
    if (before.isEmpty() || !active.isSealed(before.get().release())) {
      return Optional.empty();
    }
    return LocalRelease.continued(release, before.get());
  }

  private boolean isShownWithPacks(ReleaseManifest manifest) {
    return manifest.release() == shown() && packs.hold(manifest);
  }

  private long shown() {
    return content.current().map(CurrentContent::release).orElse(0L);
  }

  /**
   * Builds the snapshot of a release, whose packs must be on the disk, and checks its digest.
   *
   * @param local made of full packs and of the deltas to be applied to them, in their order
   */
  Built build(ReleaseManifest local) throws IOException {
    watch.entered(SyncStep.BUILD);
    Path file = content.fileFor(local.release());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (SnapshotBuilder builder = SnapshotBuilder.create(file, local, watch)) {
      for (Channel channel : local.channels()) {
        take(channel.full(), pack -> builder.addChannel(channel, pack));
        for (Delta delta : channel.deltas()) {
          take(delta.pack(), pack -> builder.applyDelta(channel, pack));
        }
      }
      return builder.finish();
    }
  }

  /**
   * Applies the last delta of each channel that has changed to a copy of what is shown; where that
   * is damaged or of another form, all is built from the packs on the disk.
   */
  Built update(ReleaseManifest continued) throws IOException {
    watch.entered(SyncStep.BUILD);
    ReleaseManifest before = active.manifest().orElseThrow();
    Path file = content.fileFor(continued.release());
    try (SnapshotBuilder builder =
        SnapshotBuilder.update(active.sealed(before.release()), file, continued, watch)) {
      for (Channel channel : LocalRelease.changed(continued, before)) {
        take(channel.deltas().getLast().pack(), pack -> builder.applyDelta(channel, pack));
      }
      return builder.finish();
    } catch (UnusableBaseException e) {
      return build(continued);
    }
  }

  private interface Taker {
    void take(InputStream pack) throws IOException;
  }

  /** Says which pack it is that cannot be read. */
  private void take(Pack pack, Taker taker) throws IOException {
    try {
      taker.take(packs.open(pack));
    } catch (MalformedPackException e) {
      throw new BrokenPackException(pack.target(), e);
    }
  }

  /** Makes a built release the one that is shown, and writes down how it can be mended. */
  void activate(ReleaseManifest release) throws IOException {
    content.activate(release.release());
    active.writeManifest(release);
    active.writeSeal(release.release());
  }

  /**
   * Looks at the first run, and then every hour, whether the content shown is sound. Damaged
   * content goes into quarantine; it is built again from the packs on the disk, as is content that
   * is gone, without the office.
   */
  void mendCurrent() throws IOException {
    Instant now = machine.clock().instant();
    if (Duration.between(inspected, now).abs().compareTo(INSPECT_EVERY) < 0) {
      return;
    }
    watch.entered(SyncStep.INSPECT);
    Optional<ReleaseManifest> written = active.manifest();
    if (written.isPresent()) {
      packs.deleteDamaged(written.get());
    }
    Optional<CurrentContent> current = content.current();
    if (current.isPresent()) {
      mend(current.get());
    } else {
      rebuild();
    }
    active.settle();
    inspected = now;
  }

  /** Writes down again what the release shown is made of, where that was lost. */
  void settle(ReleaseManifest shown) throws IOException {
    active.settle(shown);
  }

  /** By the hash of the file where it was written down, else record by record. */
  private void mend(CurrentContent current) throws IOException {
    boolean isSealed = active.isSealed(current.release());
    if (isSealed && active.isAsSealed(current.release())) {
      return;
    }
    if (!isSealed && active.isKnown(current)) {
      active.writeSeal(current.release());
      return;
    }
    content.quarantine(current.release());
    rebuild();
  }

  /** What cannot be built from the disk comes from the office, as at a first run. */
  private void rebuild() throws IOException {
    Optional<ReleaseManifest> manifest = active.manifest();
    if (manifest.isPresent() && manifest.get().release() != shown() && packs.hold(manifest.get())) {
      rebuild(manifest.get());
    }
  }

  private void rebuild(ReleaseManifest manifest) throws IOException {
    try {
      build(manifest);
      activate(manifest);
    } catch (BrokenPackException | WrongDigestException e) {
      // The packs are damaged as well: the run that follows fetches them again.
    }
  }

  /** The release that was last made the shown one. */
  Optional<ReleaseManifest> activeManifest() throws IOException {
    return active.manifest();
  }

  /**
   * Packs a channel anew whose deltas have become many or long, then deletes the packs that the
   * release shown is not made of, broken downloads included.
   */
  void tidy(ReleaseManifest local) throws IOException {
    ReleaseManifest tidied = packs.shortened(local, content.fileFor(local.release()));
    if (!tidied.equals(local)) {
      active.writeManifest(tidied);
    }
    packs.keepOnly(tidied);
  }
}
