package org.openhall.office.authority;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.office.text.OfficeTime;

class CertificateAuthorityTest {
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "office.example");

  @TempDir Path folder;

  private CertificateAuthority at(Instant time) throws IOException {
    return CertificateAuthority.open(
        folder.resolve("pki"), "示例市政务服务中心", Clock.fixed(time, OfficeTime.ZONE));
  }

  @Test
  void isFoundedOnceWithAKeyThatOnlyItsOwnerMayRead() throws IOException {
    X509Certificate certificate = at(NOON).certificate();
    assertEquals(certificate, at(NOON.plusSeconds(9)).certificate());
    at(NOON).server(HOSTS);
    for (String file : List.of("authority.pem", "server.pem")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(folder.resolve("pki").resolve(file)));
    }
    assertEquals(
        PosixFilePermissions.fromString("rwx------"),
        Files.getPosixFilePermissions(folder.resolve("pki")));
  }

  @Test
  void whatBrowsersGetHoldsNoKey() throws IOException, GeneralSecurityException {
    X509Certificate certificate = at(NOON).certificate();
    Path given = folder.resolve("pki/authority.crt");
    assertFalse(Files.readString(given).contains("PRIVATE"));
    try (InputStream pem = Files.newInputStream(given)) {
      assertEquals(certificate, CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    Files.delete(given);
    at(NOON); // of an office that had none yet
    assertTrue(Files.exists(given));
  }

  @Test
  void itsOwnCertificateMayIssueTerminalsAndNoFurtherAuthority() throws IOException {
    X509Certificate certificate = at(NOON).certificate();
    assertEquals(0, certificate.getBasicConstraints());
    boolean[] usage = certificate.getKeyUsage();
    assertTrue(usage[5] && usage[6], "signs certificates and lists");
    assertFalse(usage[0], "signs nothing else");
    assertTrue(
        certificate.getCriticalExtensionOIDs().containsAll(List.of("2.5.29.15", "2.5.29.19")));
    assertTrue(certificate.getSubjectX500Principal().getName().contains("示例市政务服务中心"));
  }

  @Test
  void aTerminalGetsACertificateForItsKeyThatNoServerCanUse()
      throws IOException, GeneralSecurityException {
    CertificateAuthority authority = at(NOON);
    TestKey key = TestKey.make();
    X509Certificate certificate = authority.issue(key.request(), "T1", Duration.ofDays(90));
    assertTrue(Certificates.isIssuedBy(certificate, authority.certificate()));
    assertEquals(key.pair().getPublic(), certificate.getPublicKey());
    assertEquals("CN=T1", certificate.getSubjectX500Principal().getName());
    assertEquals(NOON.plus(Duration.ofDays(90)), certificate.getNotAfter().toInstant());
    assertTrue(certificate.getNotBefore().toInstant().isBefore(NOON), "clocks may be slow");
    assertEquals(List.of("1.3.6.1.5.5.7.3.2"), certificate.getExtendedKeyUsage());
    assertEquals(-1, certificate.getBasicConstraints());
  }

  @Test
  void theServersCertificateNamesItsHostsAndIsKept() throws IOException, GeneralSecurityException {
    Credential server = at(NOON).server(HOSTS);
    assertEquals(new TreeSet<>(HOSTS), Hosts.in(server.certificate()));
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), server.certificate().getExtendedKeyUsage());
    assertEquals(server, at(NOON.plus(Duration.ofDays(50))).server(HOSTS));
  }

  @Test
  void theServersCertificateIsRenewedInTimeAndForOtherHosts() throws IOException {
    Credential server = at(NOON).server(HOSTS);
    assertNotEquals(server, at(NOON.plus(Duration.ofDays(60))).server(HOSTS));
    Credential before = at(NOON).server(HOSTS);
    assertNotEquals(before, at(NOON).server(Set.of("localhost", "192.0.2.1")));
    Files.writeString(folder.resolve("pki/server.pem"), "damaged");
    assertEquals(new TreeSet<>(HOSTS), Hosts.in(at(NOON).server(HOSTS).certificate()));
  }

  @Test
  void aDamagedAuthorityIsNotReplacedInSilence() throws IOException {
    at(NOON);
    Path file = folder.resolve("pki/authority.pem");
    Files.writeString(file, "damaged");
    assertThrows(IOException.class, () -> at(NOON));
    assertEquals("damaged", Files.readString(file));
  }

  @Test
  void twoProgramsThatFoundItAtOnceUseTheSame() throws InterruptedException, ExecutionException {
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      List<Future<X509Certificate>> found =
          both.invokeAll(Collections.nCopies(4, () -> at(NOON).certificate()));
      X509Certificate first = found.getFirst().get();
      for (Future<X509Certificate> other : found) {
        assertArrayEquals(Certificates.encode(first), Certificates.encode(other.get()));
      }
    }
  }

  @Test
  void serversThatStartAtOnceEachGetOneAndOnesIsKept()
      throws IOException, InterruptedException, ExecutionException {
    CertificateAuthority authority = at(NOON);
    Path pki = folder.resolve("pki");
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 10; round++) {
        Files.deleteIfExists(pki.resolve("server.pem"));
        Set<Credential> made = new HashSet<>();
        Callable<Credential> start = () -> authority.server(HOSTS);
        for (Future<Credential> one : both.invokeAll(Collections.nCopies(4, start))) {
          made.add(one.get());
        }
        assertTrue(made.contains(authority.server(HOSTS)));
      }
    }
    try (Stream<Path> kept = Files.list(pki)) {
      assertEquals(3, kept.count(), "two with keys, and the certificate for others");
    }
  }

  @Test
  void aRequestProvesThatItsSenderHoldsTheKey() throws IOException {
    TestKey key = TestKey.make();
    assertTrue(SigningRequest.read(key.pkcs10()).isPresent());
    assertTrue(SigningRequest.read(key.signedBy(TestKey.make().pair())).isEmpty());
    byte[] cut = Arrays.copyOf(key.pkcs10(), 40);
    assertTrue(SigningRequest.read(cut).isEmpty());
    assertTrue(SigningRequest.read(new byte[0]).isEmpty());
  }

  @Test
  void aKeyOnAnotherCurveIsRefused() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair pair = generator.generateKeyPair();
    assertTrue(SigningRequest.read(new TestKey(pair).pkcs10()).isEmpty());
  }
}
