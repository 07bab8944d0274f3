package org.openhall.link.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Key pairs on the curve P-256 (FIPS 186-5), and their form in a file. */
public final class KeyPairs {
  static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private KeyPairs() {}

  /** A new one, from the system's own source of randomness. */
  public static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  /** The private key (PKCS#8) and the public key as two PEM blocks. */
  public static byte[] toPem(KeyPair pair) {
    String text =
        Pem.block(PRIVATE, pair.getPrivate().getEncoded())
            + Pem.block(PUBLIC, pair.getPublic().getEncoded());
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads what {@link #toPem} wrote. */
  public static KeyPair fromPem(byte[] pem) throws UnreadableCredentialException {
    String text = new String(pem, StandardCharsets.US_ASCII);
    return new KeyPair(publicKey(Pem.first(PUBLIC, text)), privateKey(Pem.first(PRIVATE, text)));
  }

  /**
   * Reads a public key.
   *
   * @param der SubjectPublicKeyInfo (RFC 5280) of an elliptic curve
   */
  public static PublicKey publicKey(byte[] der) throws UnreadableCredentialException {
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new UnreadableCredentialException("not a public key of an elliptic curve", e);
    }
  }

  static PrivateKey privateKey(byte[] der) throws UnreadableCredentialException {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new UnreadableCredentialException("not a private key of an elliptic curve", e);
    }
  }
}
