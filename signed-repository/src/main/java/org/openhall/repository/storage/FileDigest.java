package org.openhall.repository.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import org.openhall.repository.metadata.Digests;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.Sha256;

/** The hashes of a file, read as a stream. */
public final class FileDigest {

  private FileDigest() {}

  /** 64 lower-case hex digits. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.hex(digest, new byte[0]);
  }

  /**
   * Compares a file with what is signed of it.
   *
   * @param name for the message
   * @param hashes hex digests by algorithm, see {@link Digests}
   */
  public static void check(Path file, String name, Map<String, String> hashes)
      throws IOException, Mismatch {
    Digests digests = new Digests(name, hashes);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digests.update(buffer, 0, count);
      }
    }
    digests.check();
  }
}
