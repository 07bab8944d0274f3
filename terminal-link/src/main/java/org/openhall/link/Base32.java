package org.openhall.link;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Crockford's base 32: no I, L, O and U, which people take for digits when they type a token from
 * paper.
 */
final class Base32 {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Base32() {}

  /** Encodes the bytes as one number, most significant digit first, zero-filled to full length. */
  static String encode(byte[] bytes) {
    int digits = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    for (int i = digits - 1; i >= 0; i--) {
      int digit = number.shiftRight(i * BITS).intValue() & 31;
      text.append(ALPHABET.charAt(digit));
    }
    return text.toString();
  }

  /** What people meant: upper case, no hyphens and spaces, O for 0, I and L for 1. */
  static String normalise(String typed) {
    return typed
        .replaceAll("[-\\s]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  static boolean isEncoded(String text) {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
