package org.openhall.content.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A record as it travels.
 *
 * @param type the type's name in the codec, e.g. {@code service-guide}
 * @param id the record's id
 * @param json its canonical JSON; not copied, so nobody may change it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between reader and writer, never compared
public record EncodedRecord(String type, String id, byte[] json) {

  /** SHA-256 of the JSON bytes. */
  public byte[] sha256() {
    return sha256(json);
  }

  /** SHA-256 of the JSON bytes in lower-case hex. */
  public String sha256Hex() {
    return HexFormat.of().formatHex(sha256());
  }

  /** SHA-256 of canonical JSON, as {@link #sha256()} of the record that has it. */
  public static byte[] sha256(byte[] json) {
    return newSha256().digest(json);
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
