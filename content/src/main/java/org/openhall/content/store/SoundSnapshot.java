package org.openhall.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A snapshot of which the hash was taken when it was finished.
 *
 * @param file the snapshot
 * @param sha256 of the file, lower-case hex
 */
public record SoundSnapshot(Path file, String sha256) {
  private static final int PIECE = 1 << 20;

  /** Copies the very bytes that are hashed on the way. */
  void copyTo(Path copy) throws IOException {
    MessageDigest digest = sha256Digest();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(copy)) {
      byte[] piece = new byte[PIECE];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        digest.update(piece, 0, length);
        out.write(piece, 0, length);
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      Files.delete(copy);
      throw new UnusableBaseException("The snapshot " + file + " is damaged");
    }
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
