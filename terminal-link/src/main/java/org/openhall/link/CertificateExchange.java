package org.openhall.link;

import java.util.Objects;
import java.util.Optional;

/**
 * Renewal: what a terminal posts to {@code /api/terminal/certificate} (a PKCS#10 request with a new
 * public key) and what comes back (the new certificate), either of them DER.
 */
public record CertificateExchange(Base64Bytes der) {

  public CertificateExchange {
    Objects.requireNonNull(der, "der");
  }

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<CertificateExchange> fromJson(byte[] json) {
    return Json.read(json, CertificateExchange.class);
  }
}
