package org.openhall.office.bucket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The entity tags of a store, where they are the MD5 of the content, as they mostly are. */
final class Tags {

  private Tags() {}

  /** Whether a tag says that the content is that of a file; a tag of another kind does not. */
  static boolean isOf(String tag, Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest).equals(tag);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
