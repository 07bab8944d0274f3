package org.openhall.repository.metadata;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public key as root metadata names it. A key of an unknown type is kept, but verifies nothing.
 *
 * @param type {@code ed25519}
 * @param scheme {@code ed25519}
 * @param publicValue for Ed25519 the 32 bytes of RFC 8032 as 64 hex digits
 */
public record Key(String type, String scheme, String publicValue) {

  static final String ED25519 = "ed25519";

  /** SubjectPublicKeyInfo of RFC 8410 up to the 32 key bytes. */
  private static final String SPKI_PREFIX = "302a300506032b6570032100";

  private static final HexFormat HEX = HexFormat.of();

  static Key ed25519(PublicKey key) {
    String encoded = HEX.formatHex(key.getEncoded());
    return new Key(ED25519, ED25519, encoded.substring(SPKI_PREFIX.length()));
  }

  /**
   * Whether {@code signature} is this key's over {@code message}; false for anything unreadable.
   */
  boolean verifies(byte[] message, byte[] signature) {
    if (!type.equals(ED25519) || !scheme.equals(ED25519)) {
      return false;
    }
    try {
      byte[] encoded = HEX.parseHex(SPKI_PREFIX + publicValue);
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // not hex, not a point of the curve, or not a signature's length
    }
  }

  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("keytype", type).put("scheme", scheme);
    node.putObject("keyval").put("public", publicValue);
    return node;
  }
}
