package org.openhall.link.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.openhall.link.Base64Bytes;

/**
 * The private half of a receiver's key. Closing overwrites it: what was sealed to it is then closed
 * for ever. (Copies that the library makes while it opens something live until the next garbage
 * collection; the kiosk asks for one at the end of a visit.)
 */
public final class OpeningKey implements AutoCloseable {
  private final byte[] secret;
  private final SealKey sealKey;
  private boolean closed;

  private OpeningKey(byte[] secret) {
    this.secret = secret;
    byte[] open = new X25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
    this.sealKey = new SealKey(Base64Bytes.of(open));
  }

  /** A new one. */
  public static OpeningKey generate(SecureRandom random) {
    byte[] secret = new byte[Suite.KEY];
    random.nextBytes(secret);
    return new OpeningKey(secret);
  }

  /**
   * One that was kept.
   *
   * @param secret 32 bytes (RFC 7748), taken over
   */
  public static OpeningKey takeOver(byte[] secret) {
    if (secret.length != Suite.KEY) {
      throw new IllegalArgumentException("a key has 32 bytes");
    }
    return new OpeningKey(secret);
  }

  /** The other half. */
  public SealKey sealKey() {
    return sealKey;
  }

  /** A copy of the secret, for keeping it under a passphrase; the caller overwrites it. */
  public byte[] secret() {
    return open().clone();
  }

  /** Opens an envelope where it belongs. */
  public OpenOutcome open(Envelope envelope, Binding binding) {
    if (!envelope.key().equals(sealKey.id())) {
      return new OpenOutcome.OtherKey(envelope.key());
    }
    byte[] padded = new byte[0];
    try {
      HPKE hpke = Suite.hpke();
      AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(open(), sealKey.raw().bytes());
      padded =
          hpke.setupBaseR(envelope.encapsulated().bytes(), pair, Suite.info())
              .open(binding.bytes(), envelope.sealed().bytes());
      return new OpenOutcome.Opened(Personal.takeOver(Padding.unpad(padded)));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      ensureOpen();
      return new OpenOutcome.Spoiled();
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }

  private byte[] open() {
    ensureOpen();
    return secret;
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the key has been overwritten");
    }
  }

  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
    closed = true;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "OpeningKey[" + sealKey.id() + "]";
  }
}
