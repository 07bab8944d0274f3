package org.openhall.agent.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;

/** A certificate authority of a test, which certifies whatever it is told. */
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final X500Name name = new X500Name("CN=authority of a test");
  private final KeyPair pair = KeyPairs.generate();
  private final X509Certificate certificate;

  public TestAuthority() throws IOException {
    X509v3CertificateBuilder builder =
        builder(name, pair.getPublic(), Instant.EPOCH, Duration.ofDays(50_000));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    certificate = sign(builder);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public X509Certificate terminal(String id, PublicKey key, Instant from, Duration life)
      throws IOException {
    X509v3CertificateBuilder builder = builder(new X500Name("CN=" + id), key, from, life);
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    return sign(builder);
  }

  /** A key and certificate of a terminal. */
  public Credential terminal(String id, Instant from, Duration life) throws IOException {
    KeyPair own = KeyPairs.generate();
    return new Credential(own.getPrivate(), terminal(id, own.getPublic(), from, life), certificate);
  }

  /** A key and certificate of a server on this machine, by one of its names. */
  public Credential server(String host, Instant from, Duration life) throws IOException {
    KeyPair own = KeyPairs.generate();
    X509v3CertificateBuilder builder =
        builder(new X500Name("CN=office"), own.getPublic(), from, life);
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    int kind = host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
    builder.addExtension(
        Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
    return new Credential(own.getPrivate(), sign(builder), certificate);
  }

  /** The public key of a PKCS#10 request. */
  public static PublicKey keyOf(byte[] request) throws IOException {
    return KeyPairs.publicKey(
        new PKCS10CertificationRequest(request).getSubjectPublicKeyInfo().getEncoded());
  }

  private X509v3CertificateBuilder builder(
      X500Name subject, PublicKey key, Instant from, Duration life) {
    return new JcaX509v3CertificateBuilder(
        name,
        BigInteger.valueOf(SERIAL.getAndIncrement()),
        Date.from(from),
        Date.from(from.plus(life)),
        subject,
        key);
  }

  private X509Certificate sign(X509v3CertificateBuilder builder) throws IOException {
    try {
      return Certificates.parse(
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
