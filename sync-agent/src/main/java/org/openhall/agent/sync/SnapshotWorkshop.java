package org.openhall.agent.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.store.Built;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotBuilder;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.content.store.WrongDigestException;
import org.openhall.repository.storage.FileDigest;

/** Makes snapshots out of the packs on the disk, and mends the one that is shown. */
final class SnapshotWorkshop {
  /** Reading the whole file takes less than a second. */
  private static final Duration INSPECT_EVERY = Duration.ofHours(1);

  private final Terminal terminal;
  private final SnapshotDirectory content;
  private final SyncWatch watch;
  private final SyncJob.Machine machine;
  private Instant inspected = Instant.EPOCH;

  SnapshotWorkshop(Terminal terminal, SyncWatch watch, SyncJob.Machine machine) {
    this.terminal = terminal;
    this.content = terminal.content();
    this.watch = watch;
    this.machine = machine;
  }

  /** Builds the snapshot of a release, whose packs must be on the disk, and checks its digest. */
  Built build(ReleaseManifest release) throws IOException {
    watch.entered(SyncStep.BUILD);
    Path file = content.fileFor(release.release());
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (SnapshotBuilder builder = SnapshotBuilder.create(file, release, watch)) {
      for (ReleaseManifest.Channel channel : release.channels()) {
        Path pack = terminal.repository().resolve(channel.full().target());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pack))) {
          builder.addChannel(channel, in);
        }
      }
      return builder.finish();
    }
  }

  /** Makes a built release the one that is shown, and writes down how it can be mended. */
  void activate(ReleaseManifest release) throws IOException {
    content.activate(release.release());
    machine.storage().replace(terminal.activeManifest(), release.toJson());
    writeSeal(release.release());
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
    Optional<CurrentContent> current = content.current();
    if (current.isPresent()) {
      mend(current.get());
    } else {
      rebuild();
    }
    inspected = now;
  }

  /** By the hash of the file where it was written down, else record by record. */
  private void mend(CurrentContent current) throws IOException {
    String written = writtenSeal();
    boolean isWritten = written.startsWith(current.release() + " ");
    if (isWritten && written.equals(seal(current.release()))) {
      return;
    }
    if (!isWritten && isReadable(current)) {
      writeSeal(current.release());
      return;
    }
    content.quarantine(current.release());
    rebuild();
  }

  private String writtenSeal() throws IOException {
    return Files.exists(terminal.activeSeal()) ? Files.readString(terminal.activeSeal()) : "";
  }

  private void writeSeal(long release) throws IOException {
    byte[] seal = seal(release).getBytes(StandardCharsets.US_ASCII);
    machine.storage().replace(terminal.activeSeal(), seal);
  }

  private String seal(long release) throws IOException {
    return release + " " + FileDigest.sha256(content.fileFor(release)) + "\n";
  }

  private boolean isReadable(CurrentContent current) throws IOException {
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.file(), machine.clock())) {
      snapshot.verify();
      return snapshot.release().number() == current.release();
    } catch (UnreadableSnapshotException e) {
      return false;
    }
  }

  /** What cannot be built from the disk comes from the office, as at a first run. */
  private void rebuild() throws IOException {
    Optional<ReleaseManifest> manifest = activeManifest();
    long shown = content.current().map(CurrentContent::release).orElse(0L);
    if (manifest.isPresent() && manifest.get().release() > shown && hasPacks(manifest.get())) {
      rebuild(manifest.get());
    }
  }

  private void rebuild(ReleaseManifest manifest) throws IOException {
    try {
      build(manifest);
      activate(manifest);
    } catch (MalformedPackException | WrongDigestException e) {
      // The packs are damaged as well: the run that follows fetches them again.
    }
  }

  private boolean hasPacks(ReleaseManifest release) {
    return release.channels().stream()
        .allMatch(c -> Files.exists(terminal.repository().resolve(c.full().target())));
  }

  private Optional<ReleaseManifest> activeManifest() throws IOException {
    if (!Files.exists(terminal.activeManifest())) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReleaseManifest.fromJson(Files.readAllBytes(terminal.activeManifest())));
    } catch (MalformedManifestException e) {
      return Optional.empty();
    }
  }

  /** Deletes packs that the release does not need, broken downloads included. */
  void deletePacksOutside(ReleaseManifest release) throws IOException {
    Set<Path> needed =
        release.channels().stream()
            .map(channel -> terminal.repository().resolve(channel.full().target()))
            .collect(Collectors.toSet());
    for (Path pack : packs()) {
      if (!needed.contains(pack)) {
        Files.delete(pack);
      }
    }
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(terminal.packs())) {
      return files.toList();
    }
  }
}
