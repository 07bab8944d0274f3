package org.openhall.link;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal posts to {@code /api/enrol}, over a line whose other end it has proved.
 *
 * @param token text of the {@link EnrolmentToken}
 * @param signingRequest PKCS#10 (RFC 2986), DER, with the public key made on the terminal
 * @param hallName where it stands, as the technician calls it, or null
 */
public record EnrolmentRequest(
    String token, Base64Bytes signingRequest, @Nullable String hallName) {

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "EnrolmentRequest[" + hallName + "]";
  }
}
