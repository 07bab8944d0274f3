package org.openhall.office.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openhall.link.credential.Certificates;

/** Makes certificates (RFC 5280) with one issuer's key. */
final class CertificateMaker {
  private static final int SERIAL_BYTES = 16;

  private final Issuer issuer;
  private final RandomGenerator random;

  CertificateMaker(Issuer issuer, RandomGenerator random) {
    this.issuer = issuer;
    this.random = random;
  }

  /** Who signs. */
  record Issuer(X500Name name, PublicKey publicKey, java.security.PrivateKey privateKey) {}

  /** Whom a certificate names, and from when to when. */
  record Subject(X500Name name, PublicKey key, Instant from, Duration life) {}

  X509Certificate authority(Subject subject) throws IOException {
    X509v3CertificateBuilder builder = builder(subject);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return sign(builder);
  }

  X509Certificate terminal(Subject subject) throws IOException {
    return sign(leaf(subject, KeyPurposeId.id_kp_clientAuth));
  }

  X509Certificate server(Subject subject, List<String> hosts) throws IOException {
    X509v3CertificateBuilder builder = leaf(subject, KeyPurposeId.id_kp_serverAuth);
    GeneralName[] names =
        hosts.stream()
            .map(host ->
                new GeneralName(
                    Hosts.isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    return sign(builder);
  }

  private X509v3CertificateBuilder leaf(Subject subject, KeyPurposeId purpose) throws IOException {
    X509v3CertificateBuilder builder = builder(subject);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    return builder;
  }

  private X509v3CertificateBuilder builder(Subject subject) throws IOException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer.name(),
            serial(),
            Date.from(subject.from()),
            Date.from(subject.from().plus(subject.life())),
            subject.name(),
            subject.key());
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(subject.key()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuer.publicKey()));
      return builder;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** Random, positive, at most 20 octets (RFC 5280, 4.1.2.2). */
  private BigInteger serial() {
    byte[] bytes = new byte[SERIAL_BYTES];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).setBit(SERIAL_BYTES * Byte.SIZE - 1);
  }

  private X509Certificate sign(X509v3CertificateBuilder builder) throws IOException {
    try {
      return Certificates.parse(
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.privateKey()))
              .getEncoded());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java platform signs with P-256", e);
    }
  }
}
