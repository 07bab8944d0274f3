package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/**
 * The two places where metadata lies: the repository, where it carries a version in its name, and
 * the own folder, where it does not. Bytes are kept as they were published.
 */
final class MetadataFiles {
  /** Ends otherwise than the name of any role's file. */
  static final String SPARE_ROOT = "root.json.spare";

  private final Path folder;
  private final Storage storage;

  MetadataFiles(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /**
   * A file that other metadata promises.
   *
   * @param name without a version, encoded as in an address
   * @param consistent whether names carry a version
   */
  record Promised(String name, MetaFile meta, boolean consistent) {}

  /** A rule that takes a file or refuses it. */
  interface Gate {
    void offer(byte[] file) throws RepositoryException;
  }

  /** Takes a root for the beginning of trust, or refuses it. */
  interface RootGate {
    TrustedMetadataSet begin(byte[] root) throws RepositoryException;
  }

  /**
   * Begins with the trusted root. Nothing else on the disk or the line can take its place, so there
   * are two of it: what is damaged in the one is mended from the other.
   *
   * @throws RepositoryException when both are damaged
   */
  TrustedMetadataSet ownRoot(RootGate gate) throws RepositoryException, IOException {
    Path file = folder.resolve(TopRole.ROOT.fileName());
    Path spare = folder.resolve(SPARE_ROOT);
    try {
      byte[] root = Files.readAllBytes(file);
      TrustedMetadataSet begun = gate.begin(root);
      if (!Files.exists(spare) || !Arrays.equals(root, Files.readAllBytes(spare))) {
        storage.replace(spare, root);
      }
      return begun;
    } catch (RepositoryException | NoSuchFileException e) {
      if (!Files.exists(spare)) {
        throw e;
      }
      byte[] root = Files.readAllBytes(spare);
      TrustedMetadataSet begun = gate.begin(root);
      storage.replace(file, root);
      return begun;
    }
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

  /**
   * Fetches what other metadata promises.
   *
   * @param place stands in the repository's metadata folder
   * @param file its name, and whether names carry a version
   */
  static byte[] fetch(Fetcher place, Promised file, long largest)
      throws RepositoryException, IOException {
    MetaFile meta = file.meta();
    String versioned = file.consistent() ? meta.version() + "." + file.name() : file.name();
    return fetch(place, versioned, Math.min(largest, meta.length().orElse(largest)));
  }

  /** Reads at most {@code largest} bytes, so that an endless file fills neither memory nor disk. */
  static byte[] fetch(Fetcher place, String name, long largest)
      throws RepositoryException, IOException {
    try (InputStream in = place.fetch(name)) {
      byte[] bytes = in.readNBytes((int) largest + 1);
      if (bytes.length > largest) {
        throw new RepositoryException.Mismatch(name, "length", "≤ " + largest, "> " + largest);
      }
      return bytes;
    }
  }
}
