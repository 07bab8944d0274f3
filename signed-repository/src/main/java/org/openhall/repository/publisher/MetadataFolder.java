package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.MetadataWriter;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.Timestamp;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * The published metadata files: {@code 3.targets.json} and the like, and {@code timestamp.json}.
 */
final class MetadataFolder {
  private static final Pattern VERSIONED = Pattern.compile("(\\d{1,18})\\.(\\w+)\\.json");

  private final Path folder;
  private final Storage storage;

  MetadataFolder(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /**
   * The highest version of a role among the files, 0 for none. Files of an interrupted publication
   * count: their names are never used for other content.
   */
  long highestVersion(TopRole role) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> VERSIONED.matcher(file.getFileName().toString()))
          .filter(name -> name.matches() && name.group(2).equals(role.roleName()))
          .mapToLong(MetadataFolder::version)
          .max()
          .orElse(0);
    }
  }

  private static long version(Matcher name) {
    return Long.parseLong(name.group(1));
  }

  byte[] rootFile() throws IOException {
    long version = highestVersion(TopRole.ROOT);
    if (version == 0) {
      throw new NoSuchFileException(
          folder.toString(), null, "the repository is not initialised; run init first");
    }
    return Files.readAllBytes(folder.resolve(TopRole.ROOT.fileName(version)));
  }

  Root root() throws IOException, RepositoryException {
    return MetadataReader.root(rootFile()).body();
  }

  /**
   * The present timestamp, or empty before the first publication.
   *
   * @param own who must have signed it: what somebody put into the folder is not signed again
   */
  Optional<Signed<Timestamp>> timestamp(Authority own) throws IOException, RepositoryException {
    Path file = folder.resolve(TopRole.TIMESTAMP.fileName());
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Signed<Timestamp> signed = MetadataReader.timestamp(Files.readAllBytes(file));
    signed.verify(own);
    return Optional.of(signed);
  }

  /** A snapshot, under the same condition as {@link #timestamp}. */
  Signed<Snapshot> snapshot(long version, Authority own) throws IOException, RepositoryException {
    Path file = folder.resolve(TopRole.SNAPSHOT.fileName(version));
    Signed<Snapshot> signed = MetadataReader.snapshot(Files.readAllBytes(file));
    signed.verify(own);
    return signed;
  }

  /** Signs and writes; a timestamp takes the place of the one before. */
  byte[] write(Metadata body, SigningKey key) throws IOException {
    return write(body, MetadataWriter.write(body, List.of(key)));
  }

  /** The same where {@code before} may hold fields that this version does not know. */
  <T extends Metadata> byte[] rewrite(Signed<T> before, T body, SigningKey key) throws IOException {
    return write(body, MetadataWriter.rewrite(before, body, List.of(key)));
  }

  private byte[] write(Metadata body, byte[] file) throws IOException {
    TopRole role = body.role();
    String name = role == TopRole.TIMESTAMP ? role.fileName() : role.fileName(body.version());
    storage.replace(folder.resolve(name), file);
    return file;
  }
}
