package org.openhall.office.people;

/** Base 32 of RFC 4648, section 6, without padding: what authenticator programs take. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = (held << Byte.SIZE) | (one & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(ALPHABET.charAt((held << (BITS - bits)) & 31)).toString();
  }

  /** The bytes of a text of that alphabet. */
  static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int held = 0;
    int bits = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      held = (held << BITS) | ALPHABET.indexOf(text.charAt(i));
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[length++] = (byte) (held >> bits);
      }
      held &= (1 << bits) - 1;
    }
    return bytes;
  }
}
