package org.openhall.repository.metadata;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What one metadata file says of another.
 *
 * @param version the version it must have
 * @param length bytes, where it is promised
 * @param hashes hex digests by algorithm; empty where none is promised
 */
public record MetaFile(long version, OptionalLong length, Map<String, String> hashes) {

  public MetaFile {
    hashes = Map.copyOf(hashes);
  }

  /** The entry that promises exactly these bytes. */
  public static MetaFile of(long version, byte[] file) {
    return new MetaFile(version, OptionalLong.of(file.length), Map.of("sha256", Sha256.hex(file)));
  }

  /** Checks length and hashes as far as they are promised. */
  public void check(String file, byte[] bytes) throws RepositoryException.Mismatch {
    if (length.isPresent() && length.getAsLong() != bytes.length) {
      throw new RepositoryException.Mismatch(file, "length", length.getAsLong(), bytes.length);
    }
    if (!hashes.isEmpty()) {
      Digests digests = new Digests(file, hashes);
      digests.update(bytes, 0, bytes.length);
      digests.check();
    }
  }
}
