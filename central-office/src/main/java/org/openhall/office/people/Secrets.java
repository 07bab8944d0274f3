package org.openhall.office.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.openhall.repository.metadata.Sha256;

/** Random words that are shown once and kept as a hash. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN = 32;
  private static final int CODE = 10;
  private static final int WORD = 5;

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

  /**
   * A word of 40 bits, in two groups of four, that only who has this account and its codes sees.
   * Typed, it is compared by {@link #typed}.
   */
  static String word(String personId, String totpSecret) {
    byte[] digest =
        HexFormat.of().parseHex(hash("openhall person\n" + personId + "\n" + totpSecret));
    return Base32.encode(Arrays.copyOf(digest, WORD)).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** SHA-256 in hex. */
  static String hash(String secret) {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }

  static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
