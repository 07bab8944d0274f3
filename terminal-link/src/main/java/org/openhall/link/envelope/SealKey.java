package org.openhall.link.envelope;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.openhall.link.Base64Bytes;
import org.openhall.link.Fingerprint;

/**
 * The public half of a receiver's key: what is sealed to it opens with the other half alone.
 *
 * @param raw X25519 (RFC 7748), 32 bytes
 */
public record SealKey(Base64Bytes raw) {
  private static final String BETWEEN = ":";

  public SealKey {
    if (raw.bytes().length != Suite.KEY) {
      throw new IllegalArgumentException("a key has 32 bytes");
    }
  }

  /** Its name: the fingerprint of its bytes. */
  public String id() {
    return Fingerprint.of(raw.bytes()).digits();
  }

  /** As one word: its id, a colon and its bytes. */
  public String text() {
    return id() + BETWEEN + raw.text();
  }

  /** Reads {@link #text()}; empty where it is none, or a byte of it has changed. */
  public static Optional<SealKey> parse(String text) {
    String[] parts = text.split(BETWEEN, 2);
    try {
      return parts.length == 2
          ? Optional.of(new SealKey(new Base64Bytes(parts[1])))
              .filter(key -> key.id().equals(parts[0]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The most bytes that an envelope takes. */
  public static int room() {
    return Padding.room();
  }

  /**
   * Seals, and overwrites what was sealed.
   *
   * @param personal at most {@link #room()} bytes; closed in any case
   */
  public Envelope seal(Personal personal, Binding binding) {
    byte[] padded = new byte[0];
    try (personal) {
      padded = Padding.pad(personal.open());
      HPKE hpke = Suite.hpke();
      HPKEContextWithEncapsulation context =
          hpke.setupBaseS(hpke.deserializePublicKey(raw.bytes()), Suite.info());
      byte[] sealed = context.seal(binding.bytes(), padded);
      return new Envelope(id(), Base64Bytes.of(context.getEncapsulation()), Base64Bytes.of(sealed));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing does not fail", e);
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }
}
