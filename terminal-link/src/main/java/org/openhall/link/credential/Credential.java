package org.openhall.link.credential;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A private key, its certificate, and the authority that issued it.
 *
 * @param authority the certificate itself where it is the authority's own
 */
public record Credential(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
  private static final String CERTIFICATE = "CERTIFICATE";

  /** Three PEM blocks: key, certificate, authority. Whoever holds the text is the holder. */
  public byte[] toPem() {
    String text =
        Pem.block(KeyPairs.PRIVATE, key.getEncoded())
            + Pem.block(CERTIFICATE, Certificates.encode(certificate))
            + Pem.block(CERTIFICATE, Certificates.encode(authority));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The authority's certificate alone, without any key: what others may have. */
  public byte[] authorityPem() {
    return Pem.block(CERTIFICATE, Certificates.encode(authority))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads what {@link #toPem} wrote. */
  public static Credential fromPem(byte[] pem) throws UnreadableCredentialException {
    String text = new String(pem, StandardCharsets.US_ASCII);
    PrivateKey key = KeyPairs.privateKey(Pem.first(KeyPairs.PRIVATE, text));
    List<byte[]> certificates = Pem.blocks(CERTIFICATE, text);
    if (certificates.size() != 2) {
      throw new UnreadableCredentialException("two certificates belong here", null);
    }
    return new Credential(
        key, Certificates.parse(certificates.get(0)), Certificates.parse(certificates.get(1)));
  }

  /** When the certificate ends. */
  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  /** When a new one is due: at two thirds of its life. */
  public Instant renewalDue() {
    Instant from = certificate.getNotBefore().toInstant();
    return from.plus(Duration.between(from, until()).multipliedBy(2).dividedBy(3));
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Credential[" + certificate.getSubjectX500Principal() + ", until " + until() + "]";
  }
}
