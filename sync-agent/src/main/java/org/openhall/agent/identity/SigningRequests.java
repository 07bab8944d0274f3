package org.openhall.agent.identity;

import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.openhall.link.Base64Bytes;

/** Requests for a certificate: PKCS#10 (RFC 2986), signed with the key that asks. */
public final class SigningRequests {
  private SigningRequests() {}

  /** A request without a name: the office names terminals. */
  public static Base64Bytes of(KeyPair pair) throws IOException {
    try {
      return Base64Bytes.of(
          new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=terminal"), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java platform signs with P-256", e);
    }
  }
}
