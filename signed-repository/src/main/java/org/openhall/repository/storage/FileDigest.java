package org.openhall.repository.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.openhall.repository.metadata.Sha256;

/** The SHA-256 of a file, read as a stream. */
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
}
