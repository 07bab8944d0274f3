package org.openhall.office.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The last releases as they were published: their manifests, and the full packs that they name. */
final class FormerReleases {
  /** Releases to which the office can go back; each costs the repository a full pack. */
  private static final int KEPT = 5;

  private final ReleaseTable releases;
  private final RepositoryPublisher repository;

  FormerReleases(ReleaseTable releases, RepositoryPublisher repository) {
    this.releases = releases;
    this.repository = repository;
  }

  /** Notes a release that is out. */
  void note(long number, byte[] manifest) {
    releases.noteManifest(number, new String(manifest, StandardCharsets.UTF_8));
  }

  /** The numbers of those whose records are still here, the newest first. */
  List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (String manifest : releases.manifests(KEPT)) {
      ReleaseManifest release = read(manifest);
      if (Files.exists(file(full(release)))) {
        numbers.add(release.release());
      }
    }
    return numbers;
  }

  /** Their full packs, which are to be kept. */
  List<ReleaseManifest.Pack> packs() throws IOException {
    List<ReleaseManifest.Pack> packs = new ArrayList<>();
    for (String manifest : releases.manifests(KEPT)) {
      packs.add(full(read(manifest)));
    }
    return packs;
  }

  /** The full pack of a release, if it is still here. */
  Optional<Path> pack(long number) throws IOException {
    for (String manifest : releases.manifests(KEPT)) {
      ReleaseManifest release = read(manifest);
      Path pack = file(full(release));
      if (release.release() == number && Files.exists(pack)) {
        return Optional.of(pack);
      }
    }
    return Optional.empty();
  }

  private static ReleaseManifest read(String manifest) throws IOException {
    return Draft.read(manifest.getBytes(StandardCharsets.UTF_8));
  }

  private static ReleaseManifest.Pack full(ReleaseManifest release) {
    return release.channels().getFirst().full();
  }

  private Path file(ReleaseManifest.Pack pack) {
    return repository.file(new TargetFile(pack.target(), pack.length(), pack.sha256()));
  }
}
