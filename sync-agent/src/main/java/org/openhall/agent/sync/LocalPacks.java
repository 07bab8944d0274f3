package org.openhall.agent.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.store.SnapshotPack;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/** The packs on a terminal's disk. */
final class LocalPacks {
  /** Deltas upon a full pack; with more, building again what is shown would take long. */
  private static final int MOST_DELTAS = 32;

  private final Terminal terminal;
  private final Storage storage;

  LocalPacks(Terminal terminal, Storage storage) {
    this.terminal = terminal;
    this.storage = storage;
  }

  /** The bytes of a pack that must be there. */
  InputStream open(Pack pack) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file(pack)));
  }

  /** Whether every pack that a release is made of is there. */
  boolean hold(ReleaseManifest release) {
    return release.packs().allMatch(pack -> Files.exists(file(pack)));
  }

  private Path file(Pack pack) {
    return terminal.repository().resolve(pack.target());
  }

  /**
   * The release with each channel packed anew whose deltas have become many or long.
   *
   * @param snapshot holds the release
   */
  ReleaseManifest shortened(ReleaseManifest local, Path snapshot) throws IOException {
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : local.channels()) {
      channels.add(isTooLong(channel) ? repacked(channel, snapshot) : channel);
    }
    return local.with(channels);
  }

  /** The release made of one pack for each channel, packed out of a snapshot that holds it. */
  ReleaseManifest repacked(ReleaseManifest release, Path snapshot) throws IOException {
    Files.createDirectories(terminal.packs());
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : release.channels()) {
      channels.add(repacked(channel, snapshot));
    }
    return release.with(channels);
  }

  /** Deletes those of a release that are not what their names say. */
  void deleteDamaged(ReleaseManifest release) throws IOException {
    for (Pack pack : release.packs().toList()) {
      if (Files.exists(file(pack)) && !FileDigest.sha256(file(pack)).equals(pack.sha256())) {
        Files.delete(file(pack));
      }
    }
  }

  private static boolean isTooLong(Channel channel) {
    long bytes = channel.deltas().stream().mapToLong(delta -> delta.pack().length()).sum();
    return channel.deltas().size() > MOST_DELTAS || bytes > channel.full().length() / 2;
  }

  private Channel repacked(Channel channel, Path snapshot) throws IOException {
    Path fresh = terminal.packs().resolve("repacked.tmp");
    Pack pack = SnapshotPack.write(snapshot, channel.name(), fresh);
    storage.move(fresh, file(pack));
    return channel.of(pack, List.of());
  }

  /** Deletes the packs that the release is not made of, broken downloads included. */
  void keepOnly(ReleaseManifest release) throws IOException {
    Set<Path> needed = release.packs().map(this::file).collect(Collectors.toSet());
    for (Path pack : all()) {
      if (!needed.contains(pack)) {
        Files.delete(pack);
      }
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(terminal.packs())) {
      return files.toList();
    }
  }
}
