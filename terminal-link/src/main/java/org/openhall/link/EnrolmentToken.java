package org.openhall.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.openhall.link.MalformedTokenException.Fault;

/**
 * A one-time token by which a terminal joins an office. Its text is {@code OH2} and ten groups of
 * four digits of base 32: the secret (4), the fingerprint of the office's {@link TrustAnchors} (5)
 * and a check against slips of the pen (1). Whoever was handed the token needs no other reason to
 * trust the office.
 *
 * @param secret 80 random bits as 16 digits of base 32
 * @param trust the fingerprint of what the office is trusted by
 */
public record EnrolmentToken(String secret, Fingerprint trust) {
  private static final String PREFIX = "OH2";
  private static final int SECRET_BYTES = 10;
  private static final int SECRET_DIGITS = 16;
  private static final int CHECK_BYTES = 5;
  private static final int CHECK_DIGITS = 4;
  private static final int DIGITS = SECRET_DIGITS + Fingerprint.DIGITS + CHECK_DIGITS;

  /**
   * A new token that pins these anchors.
   *
   * @param random a secure one in production
   */
  public static EnrolmentToken issue(RandomGenerator random, TrustAnchors anchors) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new EnrolmentToken(Base32.encode(secret), anchors.fingerprint());
  }

  /** Reads a token as typed: case, hyphens and spaces, O for 0, I or L for 1 are forgiven. */
  public static EnrolmentToken parse(String typed) throws MalformedTokenException {
    String trimmed = typed.strip();
    if (!trimmed.toUpperCase(Locale.ROOT).startsWith(PREFIX)) {
      throw new MalformedTokenException(Fault.PREFIX, 0, DIGITS);
    }
    String digits = Base32.normalise(trimmed.substring(PREFIX.length()));
    if (!Base32.isEncoded(digits)) {
      throw new MalformedTokenException(Fault.SIGN, digits.length(), DIGITS);
    }
    if (digits.length() != DIGITS) {
      throw new MalformedTokenException(Fault.LENGTH, digits.length(), DIGITS);
    }
    int end = DIGITS - CHECK_DIGITS;
    if (!check(digits.substring(0, end)).equals(digits.substring(end))) {
      throw new MalformedTokenException(Fault.CHECK, DIGITS, DIGITS);
    }
    return new EnrolmentToken(
        digits.substring(0, SECRET_DIGITS), new Fingerprint(digits.substring(SECRET_DIGITS, end)));
  }

  /** Whether these are the anchors whose fingerprint the token carries. */
  public boolean pins(TrustAnchors anchors) {
    return anchors.fingerprint().equals(trust);
  }

  /** The form that is handed to people. */
  public String text() {
    String digits = secret + trust.digits();
    return PREFIX + "-" + Fingerprint.grouped(digits + check(digits));
  }

  /** Never shows the secret, so that a log cannot enrol anybody. */
  @Override
  public String toString() {
    return "EnrolmentToken[" + trust.grouped() + "]";
  }

  private static String check(String digits) {
    byte[] hash = Fingerprint.sha256((PREFIX + digits).getBytes(StandardCharsets.US_ASCII));
    return Base32.encode(Arrays.copyOf(hash, CHECK_BYTES)).substring(0, CHECK_DIGITS);
  }
}
