package org.openhall.repository.metadata;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A public key as metadata names it (specification §4.2). A key of another kind than these three is
 * kept, but verifies nothing.
 *
 * @param type {@code ed25519}, {@code ecdsa} (also {@code ecdsa-sha2-nistp256}), {@code rsa}
 * @param scheme {@code ed25519}, {@code ecdsa-sha2-nistp256}, {@code rsassa-pss-sha256}
 * @param publicValue for Ed25519 the 32 bytes of RFC 8032 as 64 hex digits, else a PEM block
 */
public record Key(String type, String scheme, String publicValue) {

  static final String ED25519 = "ed25519";

  /** SubjectPublicKeyInfo of RFC 8410 up to the 32 key bytes. */
  private static final String SPKI_PREFIX = "302a300506032b6570032100";

  private static final Pattern PEM =
      Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----\\s*");
  private static final int SMALLEST_RSA_BITS = 2048;
  private static final int P256_BITS = 256;
  private static final int SHA256_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  /** The form that metadata gives an Ed25519 key of Java's. */
  public static Key ed25519(PublicKey key) {
    String encoded = HEX.formatHex(key.getEncoded());
    return new Key(ED25519, ED25519, encoded.substring(SPKI_PREFIX.length()));
  }

  /**
   * Whether {@code signature} is this key's over {@code message}; false for anything unreadable.
   */
  boolean verifies(byte[] message, byte[] signature) {
    try {
      return switch (type + " " + scheme) {
        case "ed25519 ed25519" ->
            verifies(Signature.getInstance("Ed25519"), read("Ed25519"), message, signature);
        case "ecdsa ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256 ecdsa-sha2-nistp256" ->
            verifiesEcdsa(message, signature);
        case "rsa rsassa-pss-sha256" -> verifiesPss(message, signature);
        default -> false;
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // not hex, not a point of the curve, or not a signature's length
    }
  }

  /**
   * What makes it the same key however it is written: the kind and the encoded bytes. Empty for
   * what cannot be read, which verifies nothing.
   */
  Optional<String> identity() {
    try {
      return Optional.of(HEX.formatHex(encoded()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id that specification §4.2 gives it. */
  public KeyId id() {
    try {
      return KeyId.of(toJson());
    } catch (RepositoryException.Malformed e) {
      throw new IllegalStateException("a key of three strings has a canonical form", e);
    }
  }

  ObjectNode toJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("keytype", type).put("scheme", scheme);
    node.putObject("keyval").put("public", publicValue);
    return node;
  }

  private boolean verifiesEcdsa(byte[] message, byte[] signature) throws GeneralSecurityException {
    return read("EC") instanceof ECPublicKey key
        && key.getParams().getOrder().bitLength() == P256_BITS
        && verifies(Signature.getInstance("SHA256withECDSA"), key, message, signature);
  }

  /** The specification leaves the salt's length open: as long as the hash, or as can be. */
  private boolean verifiesPss(byte[] message, byte[] signature) throws GeneralSecurityException {
    if (!(read("RSA") instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < SMALLEST_RSA_BITS) {
      return false;
    }
    int longest = (key.getModulus().bitLength() + 6) / 8 - SHA256_BYTES - 2;
    return verifiesPss(key, SHA256_BYTES, message, signature)
        || verifiesPss(key, longest, message, signature);
  }

  private static boolean verifiesPss(PublicKey key, int salt, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
    return verifies(verifier, key, message, signature);
  }

  private static boolean verifies(
      Signature verifier, PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(signature);
  }

  private PublicKey read(String algorithm) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded()));
  }

  /** The SubjectPublicKeyInfo as the JDK writes it, so that one key has one form. */
  private byte[] encoded() throws GeneralSecurityException {
    if (type.equals(ED25519)) {
      return HEX.parseHex(SPKI_PREFIX + publicValue);
    }
    Matcher pem = PEM.matcher(publicValue);
    if (!pem.matches()) {
      throw new IllegalArgumentException("not a PEM block");
    }
    byte[] block = Base64.getMimeDecoder().decode(pem.group(1));
    String algorithm = type.equals("rsa") ? "RSA" : "EC";
    return KeyFactory.getInstance(algorithm)
        .generatePublic(new X509EncodedKeySpec(block))
        .getEncoded();
  }
}
