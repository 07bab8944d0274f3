package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * The two places where metadata lies: the repository, where it carries a version in its name, and
 * the own folder, where it does not. Bytes are kept as they were published.
 */
final class MetadataFiles {
  private final Path folder;
  private final Fetcher fetcher;
  private final Storage storage;

  MetadataFiles(Path folder, Fetcher fetcher, Storage storage) {
    this.folder = folder;
    this.fetcher = fetcher;
    this.storage = storage;
  }

  /** A rule that takes a file or refuses it. */
  interface Gate {
    void offer(byte[] file) throws RepositoryException;
  }

  byte[] own(TopRole role) throws IOException {
    return Files.readAllBytes(folder.resolve(role.fileName()));
  }

  /**
   * Offers what was trusted before. That the gate refuses it is no trouble: it is expired,
   * replaced, damaged, or signed by keys that are withdrawn, and the repository is asked.
   */
  boolean offerOwn(String name, Gate gate) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      gate.offer(Files.readAllBytes(file));
      return true;
    } catch (RepositoryException e) {
      return false;
    }
  }

  /** Writes what the gate took (§5.3.8, §5.4.5, §5.5.7, §5.6.6). */
  void persist(String name, byte[] file) throws IOException {
    storage.replace(folder.resolve(name), file);
  }

  void delete(TopRole role) throws IOException {
    Files.deleteIfExists(folder.resolve(role.fileName()));
  }

  /** Empty where the repository does not have it. */
  Optional<byte[]> fetchIfThere(String name, long largest) throws RepositoryException, IOException {
    try {
      return Optional.of(fetch(name, largest));
    } catch (FetchException.NotFound e) {
      return Optional.empty();
    }
  }

  /**
   * Fetches what other metadata promises.
   *
   * @param name without a version, encoded as in an address
   * @param consistent whether names carry a version
   */
  byte[] fetch(String name, boolean consistent, MetaFile promised, long largest)
      throws RepositoryException, IOException {
    String versioned = consistent ? promised.version() + "." + name : name;
    return fetch(versioned, Math.min(largest, promised.length().orElse(largest)));
  }

  /** Reads at most {@code largest} bytes, so that an endless file fills neither memory nor disk. */
  byte[] fetch(String name, long largest) throws RepositoryException, IOException {
    try (InputStream in = fetcher.fetch(name)) {
      byte[] bytes = in.readNBytes((int) largest + 1);
      if (bytes.length > largest) {
        throw new RepositoryException.Mismatch(name, "length", "≤ " + largest, "> " + largest);
      }
      return bytes;
    }
  }
}
