package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The release that is out. */
record PresentRelease(RepositoryPublisher repository) {

  /** Its manifest, as one of the roles names it by a key that counts. */
  Optional<byte[]> manifest() throws IOException, RepositoryException {
    for (String role : Statements.ROLES) {
      Optional<TargetFile> file =
          repository.published(role).map(said -> said.targets().get(ReleaseManifest.TARGET));
      if (file.isPresent()) {
        return Optional.of(Files.readAllBytes(repository.file(file.get())));
      }
    }
    return Optional.empty();
  }
}
