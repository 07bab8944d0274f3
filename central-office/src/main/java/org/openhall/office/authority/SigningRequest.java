package org.openhall.office.authority;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.openhall.link.Fingerprint;
import org.openhall.link.credential.KeyPairs;

/**
 * A request for a certificate whose sender has proved to hold the private key. Its subject is not
 * read: the office itself names terminals.
 *
 * @param key on the curve P-256
 */
public record SigningRequest(PublicKey key) {

  /**
   * Reads a request; empty where it is none, its signature fails or its key is of another kind.
   *
   * @param der PKCS#10 (RFC 2986)
   */
  public static Optional<SigningRequest> read(byte[] der) {
    try {
      PKCS10CertificationRequest request = new PKCS10CertificationRequest(der);
      SubjectPublicKeyInfo info = request.getSubjectPublicKeyInfo();
      if (!SECObjectIdentifiers.secp256r1.equals(info.getAlgorithm().getParameters())) {
        return Optional.empty();
      }
      PublicKey key = KeyPairs.publicKey(info.getEncoded());
      return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
          ? Optional.of(new SigningRequest(key))
          : Optional.empty();
    } catch (IOException | PKCSException | OperatorCreationException e) {
      return Optional.empty();
    }
  }

  /** By which people and the database tell keys apart. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(key.getEncoded());
  }
}
