package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.MetadataReader;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Root;
import org.openhall.repository.metadata.Signed;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.Targets;
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
  long highestVersion(String role) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> VERSIONED.matcher(file.getFileName().toString()))
          .filter(name -> name.matches() && name.group(2).equals(role))
          .mapToLong(MetadataFolder::version)
          .max()
          .orElse(0);
    }
  }

  private static long version(Matcher name) {
    return Long.parseLong(name.group(1));
  }

  byte[] rootFile() throws IOException {
    long version = highestVersion(TopRole.ROOT.roleName());
    if (version == 0) {
      throw new NoSuchFileException(
          folder.toString(), null, "the repository is not initialised; run init first");
    }
    return read(TopRole.ROOT.roleName(), version);
  }

  Signed<Root> root() throws IOException, RepositoryException {
    return MetadataReader.root(rootFile());
  }

  /**
   * The newest targets metadata that root stands for: a change of keys that was interrupted left
   * one that does not count yet, or not any more.
   */
  Optional<byte[]> targetsFile(Root root) throws IOException {
    String role = TopRole.TARGETS.roleName();
    for (long version = highestVersion(role); version > 0; version--) {
      if (Files.exists(file(role, version))) {
        byte[] file = read(role, version);
        if (verified(file, root).isPresent()) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Signed<Targets>> verified(byte[] file, Root root) {
    try {
      Signed<Targets> signed = MetadataReader.targets(file);
      signed.verify(root.authority(TopRole.TARGETS));
      return Optional.of(signed);
    } catch (RepositoryException e) {
      return Optional.empty();
    }
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
    Signed<Snapshot> signed = MetadataReader.snapshot(read(TopRole.SNAPSHOT.roleName(), version));
    signed.verify(own);
    return signed;
  }

  /** Whether anything has been published. */
  boolean isPublished() {
    return Files.exists(folder.resolve(TopRole.TIMESTAMP.fileName()));
  }

  byte[] read(String role, long version) throws IOException {
    return Files.readAllBytes(file(role, version));
  }

  /** A new version, never in the place of another. */
  void write(String role, long version, byte[] bytes) throws IOException {
    storage.replace(file(role, version), bytes);
  }

  /** Takes the place of the one before. */
  void writeTimestamp(byte[] bytes) throws IOException {
    storage.replace(folder.resolve(TopRole.TIMESTAMP.fileName()), bytes);
  }

  private Path file(String role, long version) {
    return folder.resolve(version + "." + role + ".json");
  }
}
