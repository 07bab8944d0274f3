package org.openhall.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;

/**
 * Bytes in a JSON message.
 *
 * @param text base 64 as in RFC 4648, section 4
 */
public record Base64Bytes(@JsonValue String text) {

  /**
   * Takes text that is base 64.
   *
   * @throws IllegalArgumentException where it is not
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Base64Bytes {
    Base64.getDecoder().decode(text);
  }

  public static Base64Bytes of(byte[] bytes) {
    return new Base64Bytes(Base64.getEncoder().encodeToString(bytes));
  }

  /** The bytes, a copy of one's own. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(text);
  }
}
