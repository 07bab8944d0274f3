package org.openhall.office.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Random words that are shown once and kept as a hash. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN = 32;
  private static final int CODE = 10;

  private Secrets() {}

  static byte[] random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return made;
  }

  /** 256 bits, for a browser. */
  static String token() {
    return HexFormat.of().formatHex(random(TOKEN));
  }

  /** 80 bits in four groups of four, for a person to type. */
  static String code() {
    return Base32.encode(random(CODE)).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** What a person typed of a code, as it was made. */
  static String typed(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z2-7]", "")
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  /** SHA-256 in hex. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
