package org.openhall.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A one-time token by which a terminal joins an office. Its text, {@code
 * OH1-<secret>-<fingerprint>}, carries the beginning of the hash of the office's root metadata:
 * whoever was handed the token needs no other reason to trust the root.
 *
 * @param secret 80 random bits as 16 digits of base 32
 * @param rootFingerprint the first 128 bits of the SHA-256 of root.json as 26 digits of base 32
 */
public record EnrolmentToken(String secret, String rootFingerprint) {
  private static final String PREFIX = "OH1";
  private static final int SECRET_BYTES = 10;
  private static final int SECRET_DIGITS = 16;
  private static final int FINGERPRINT_BYTES = 16;
  private static final int FINGERPRINT_DIGITS = 26;

  /**
   * A new token that pins this root.
   *
   * @param random a secure one in production
   */
  public static EnrolmentToken issue(RandomGenerator random, byte[] rootJson) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new EnrolmentToken(Base32.encode(secret), fingerprint(rootJson));
  }

  /** Reads a token as typed: upper and lower case, O for 0, I or L for 1 are forgiven. */
  public static EnrolmentToken parse(String typed) throws MalformedTokenException {
    String[] parts = typed.strip().split("-", -1);
    if (parts.length != 3 || !parts[0].equalsIgnoreCase(PREFIX)) {
      throw new MalformedTokenException(
          "a token has the form OH1-…-… with two hyphens; copy all of it");
    }
    return new EnrolmentToken(
        part("second", parts[1], SECRET_DIGITS), part("third", parts[2], FINGERPRINT_DIGITS));
  }

  private static String part(String which, String typed, int digits)
      throws MalformedTokenException {
    String text = Base32.normalise(typed);
    if (text.length() != digits) {
      throw new MalformedTokenException(
          "the %s part of the token has %d characters instead of %d; compare it with the original"
              .formatted(which, text.length(), digits));
    }
    if (!Base32.isEncoded(text)) {
      throw new MalformedTokenException(
          "the %s part of the token holds a sign that no token has; compare it with the original"
              .formatted(which));
    }
    return text;
  }

  /** Whether this is the root whose fingerprint the token carries. */
  public boolean pins(byte[] rootJson) {
    return fingerprint(rootJson).equals(rootFingerprint);
  }

  /** The form that is handed to people. */
  public String text() {
    return String.join("-", PREFIX, secret, rootFingerprint);
  }

  /** Never shows the secret, so that a log cannot enrol anybody. */
  @Override
  public String toString() {
    return "EnrolmentToken[root " + rootFingerprint + "]";
  }

  private static String fingerprint(byte[] rootJson) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(rootJson);
      return Base32.encode(Arrays.copyOf(hash, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
