package org.openhall.office.authority;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;

/** A terminal's key of a test, and what it sends. */
public record TestKey(KeyPair pair) {

  public static TestKey make() {
    return new TestKey(KeyPairs.generate());
  }

  /** PKCS#10, DER. */
  public byte[] pkcs10() throws IOException {
    return signedBy(pair);
  }

  /** The same, signed with another key: its sender does not hold this one. */
  byte[] signedBy(KeyPair signer) throws IOException {
    try {
      return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), pair.getPublic())
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  public SigningRequest request() throws IOException {
    return SigningRequest.read(pkcs10()).orElseThrow();
  }

  public Credential with(X509Certificate certificate, X509Certificate authority) {
    return new Credential(pair.getPrivate(), certificate, authority);
  }
}
