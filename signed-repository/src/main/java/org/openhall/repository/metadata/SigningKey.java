package org.openhall.repository.metadata;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.HexFormat;

/** An Ed25519 key pair that signs metadata. */
public final class SigningKey {
  private final KeyPair pair;
  private final Key key;
  private final KeyId id;

  /** Takes an Ed25519 pair, such as one read from a key file. */
  public SigningKey(KeyPair pair) {
    this.pair = pair;
    this.key = Key.ed25519(pair.getPublic());
    this.id = key.id();
  }

  /** A new random key. */
  public static SigningKey generate() {
    try {
      return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no Ed25519", e);
    }
  }

  public KeyId id() {
    return id;
  }

  public Key key() {
    return key;
  }

  /** The pair, for its file. */
  public KeyPair pair() {
    return pair;
  }

  /** The signature over {@code message} as hex. */
  String sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key did not sign", e);
    }
  }

  /** Never shows the private key. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
