package org.openhall.office.people;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds (RFC 6238, with HMAC-SHA-1, which is what every
 * authenticator program can do).
 */
public final class Totp {
  private static final long STEP = 30;
  private static final int SECRET = 20;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** Steps by which a telephone's clock may be wrong, either way. */
  private static final int DRIFT = 1;

  private Totp() {}

  /** A new secret, in Base32. */
  static String newSecret() {
    return Base32.encode(Secrets.random(SECRET));
  }

  /** The step in which a point in time lies. */
  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP);
  }

  /** The code of a secret at a point in time. */
  public static String code(String secret, Instant at) {
    return digits(hotp(Base32.decode(secret), step(at)) % MODULUS, DIGITS);
  }

  /** The step whose code was typed, if it is one that may be used now. */
  static OptionalLong match(String secret, String typed, Instant now) {
    byte[] key = Base32.decode(secret);
    String code = typed.replaceAll("\\s", "");
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
      if (Secrets.equal(digits(hotp(key, step) % MODULUS, DIGITS), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String digits(int value, int length) {
    return String.format(Locale.ROOT, "%0" + length + "d", value);
  }

  /** The truncated value of RFC 4226, section 5.3. */
  static int hotp(byte[] key, long counter) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
      return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }

  /** What an authenticator program reads as a QR symbol. */
  static String uri(String office, String personId, String secret) {
    String issuer = URLEncoder.encode(office, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + issuer + ":" + personId + "?secret=" + secret + "&issuer=" + issuer;
  }
}
