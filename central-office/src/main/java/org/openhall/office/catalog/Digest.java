package org.openhall.office.catalog;

import java.nio.charset.StandardCharsets;
import org.openhall.repository.metadata.Sha256;

/** SHA-256 in lower-case hex. */
public final class Digest {
  private static final int ID_HEX_DIGITS = 20;

  private Digest() {}

  /** Of these bytes. */
  public static String of(byte[] bytes) {
    return Sha256.hex(bytes);
  }

  /** Of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An id made of a key: the prefix and 80 bits, enough to tell any number of records apart. */
  public static String id(String prefix, String key) {
    return prefix + of(key).substring(0, ID_HEX_DIGITS);
  }
}
