package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The packs in the repository's folder. */
final class ServedPacks {
  private final RepositoryPublisher repository;

  ServedPacks(RepositoryPublisher repository) {
    this.repository = repository;
  }

  /**
   * Deletes the packs that none of these releases has. The release before the last one is to be
   * among them: a terminal may be fetching it.
   *
   * @param others packs that are kept, too
   */
  void keepOnly(List<ReleaseManifest> releases, List<ReleaseManifest.Pack> others)
      throws IOException {
    Set<Path> kept =
        Stream.concat(releases.stream().flatMap(ReleaseManifest::packs), others.stream())
            .map(this::file)
            .collect(Collectors.toSet());
    for (Path folder : kept.stream().map(Path::getParent).collect(Collectors.toSet())) {
      for (Path pack : filesIn(folder)) {
        if (!kept.contains(pack)) {
          repository.delete(pack);
        }
      }
    }
  }

  private Path file(ReleaseManifest.Pack pack) {
    return repository.file(new TargetFile(pack.target(), pack.length(), pack.sha256()));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
