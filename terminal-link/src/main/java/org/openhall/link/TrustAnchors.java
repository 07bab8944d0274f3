package org.openhall.link;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * What a terminal trusts its office by, for good: {@code GET /api/trust}. Nothing of it is secret,
 * and none of it is believed but for its {@link #fingerprint}.
 *
 * @param rootJson root metadata of the signed repository, byte for byte
 * @param authority certificate of the office's certificate authority, DER
 */
public record TrustAnchors(Base64Bytes rootJson, Base64Bytes authority) {

  public TrustAnchors {
    Objects.requireNonNull(rootJson, "rootJson");
    Objects.requireNonNull(authority, "authority");
  }

  public static TrustAnchors of(byte[] rootJson, byte[] authority) {
    return new TrustAnchors(Base64Bytes.of(rootJson), Base64Bytes.of(authority));
  }

  /** One fingerprint over both, which tokens carry and both sides show. */
  public Fingerprint fingerprint() {
    String both = "openhall trust\n%s\n%s\n".formatted(rootJson.text(), authority.text());
    return Fingerprint.of(both.getBytes(StandardCharsets.US_ASCII));
  }

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<TrustAnchors> fromJson(byte[] json) {
    return Json.read(json, TrustAnchors.class);
  }
}
