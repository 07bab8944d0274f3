package org.openhall.repository.metadata;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java runtime must have, without its checked exception. */
public final class Sha256 {

  private Sha256() {}

  /** The digest of {@code bytes} as 64 lower-case hex digits. */
  public static String hex(byte[] bytes) {
    return hex(digest(), bytes);
  }

  /** Finishes a running digest with {@code lastBytes}. */
  public static String hex(MessageDigest digest, byte[] lastBytes) {
    return HexFormat.of().formatHex(digest.digest(lastBytes));
  }

  /** A new running digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
