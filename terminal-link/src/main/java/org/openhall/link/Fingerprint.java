package org.openhall.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The beginning of a SHA-256 that people can compare and type: 100 bits, which nobody can meet on
 * purpose with something else.
 *
 * @param digits 20 digits of base 32
 */
public record Fingerprint(String digits) {
  static final int DIGITS = 20;
  private static final int GROUP = 4;
  private static final int BYTES = 15;

  public Fingerprint {
    if (digits.length() != DIGITS || !Base32.isEncoded(digits)) {
      throw new IllegalArgumentException("not 20 digits of base 32");
    }
  }

  /** The fingerprint of some bytes. */
  public static Fingerprint of(byte[] bytes) {
    return new Fingerprint(Base32.encode(Arrays.copyOf(sha256(bytes), BYTES)).substring(0, DIGITS));
  }

  /** Reads what a person typed, hyphens, spaces and case aside; empty where it is none. */
  public static Optional<Fingerprint> parse(String typed) {
    String text = Base32.normalise(typed);
    return text.length() == DIGITS && Base32.isEncoded(text)
        ? Optional.of(new Fingerprint(text))
        : Optional.empty();
  }

  /** In five groups of four, for people. */
  public String grouped() {
    return grouped(digits);
  }

  static String grouped(String digits) {
    StringJoiner groups = new StringJoiner("-");
    for (int i = 0; i < digits.length(); i += GROUP) {
      groups.add(digits.substring(i, Math.min(digits.length(), i + GROUP)));
    }
    return groups.toString();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
