package org.openhall.link.envelope;

import java.util.Objects;
import org.openhall.link.Base64Bytes;

/**
 * Something sealed. It tells for which key, and its length to the next step of {@link Padding};
 * nothing else.
 *
 * @param key {@link SealKey#id()} of the receiver
 * @param encapsulated the encapsulated key of RFC 9180, 32 bytes
 * @param sealed ciphertext and tag
 */
public record Envelope(String key, Base64Bytes encapsulated, Base64Bytes sealed) {
  private static final int LONGEST_KEY = 64;
  private static final int ENCAPSULATED = 32;
  private static final int TAG = 16;

  public Envelope {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(encapsulated, "encapsulated");
    Objects.requireNonNull(sealed, "sealed");
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key's id has 1 to 64 characters");
    }
    if (encapsulated.bytes().length != ENCAPSULATED
        || sealed.bytes().length > Padding.LARGEST + TAG) {
      throw new IllegalArgumentException("not an envelope of this suite");
    }
  }
}
