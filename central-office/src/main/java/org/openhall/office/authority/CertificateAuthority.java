package org.openhall.office.authority;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.repository.storage.Storage;

/**
 * The office's certificate authority. {@code authority.pem} holds its key and certificate, {@code
 * server.pem} those of the office's server, in a folder and files that only their owner may read;
 * {@code authority.crt} holds the certificate alone.
 */
public final class CertificateAuthority {
  /** The certificate without the key, for browsers and whoever else is to trust the office. */
  private static final String FOR_OTHERS = "authority.crt";

  private static final Duration LIFE = Duration.ofDays(20 * 365);
  private static final Duration LIFE_OF_SERVER = Duration.ofDays(90);

  /** Certificates begin in the past, for terminals whose clock is slow by some hours. */
  private static final Duration SLOW_CLOCK = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;
  private final Credential authority;
  private final CertificateMaker maker;

  private CertificateAuthority(Path folder, Clock clock, Credential authority) throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.authority = authority;
    this.maker = maker(authority);
  }

  /**
   * Opens the authority of a folder, and makes it where there is none.
   *
   * @param office the office's name, for the new certificate
   */
  public static CertificateAuthority open(Path folder, String office, Clock clock)
      throws IOException {
    Path file = folder.resolve("authority.pem");
    if (!Files.exists(file)) {
      prepare(folder);
      found(file, office, clock);
    }
    try {
      Credential authority = Credential.fromPem(Files.readAllBytes(file));
      giveOut(folder.resolve(FOR_OTHERS), authority);
      return new CertificateAuthority(folder, clock, authority);
    } catch (UnreadableCredentialException e) {
      throw new IOException("%s is damaged; restore it from a backup".formatted(file), e);
    }
  }

  /** Of two programs that find none at the same time, one founds it and both use that one. */
  private static void found(Path file, String office, Clock clock) throws IOException {
    KeyPair pair = KeyPairs.generate();
    X500Name name = name(office, "OpenHall terminals");
    CertificateMaker maker =
        new CertificateMaker(
            new CertificateMaker.Issuer(name, pair.getPublic(), pair.getPrivate()),
            new SecureRandom());
    X509Certificate certificate =
        maker.authority(new CertificateMaker.Subject(name, pair.getPublic(), begin(clock), LIFE));
    Credential made = new Credential(pair.getPrivate(), certificate, certificate);
    Path candidate = candidate(file, made.toPem());
    try {
      Files.createLink(file, candidate);
    } catch (FileAlreadyExistsException e) {
      return; // the other was faster
    } finally {
      Files.delete(candidate);
    }
  }

  /** A file of a name that no other program has, beside the one that it may become. */
  private static Path candidate(Path file, byte[] content) throws IOException {
    Path candidate =
        file.resolveSibling("%s.%s.new".formatted(file.getFileName(), UUID.randomUUID()));
    Storage.durable().replacePrivate(candidate, content);
    return candidate;
  }

  private static void giveOut(Path file, Credential authority) throws IOException {
    byte[] certificate = authority.authorityPem();
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), certificate)) {
      Storage.durable().move(candidate(file, certificate), file);
    }
  }

  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static CertificateMaker maker(Credential authority) throws IOException {
    try {
      X500Name name = new JcaX509CertificateHolder(authority.certificate()).getSubject();
      return new CertificateMaker(
          new CertificateMaker.Issuer(
              name, authority.certificate().getPublicKey(), authority.key()),
          new SecureRandom());
    } catch (CertificateEncodingException e) {
      throw new IOException("the authority's certificate is damaged; restore it from a backup", e);
    }
  }

  private static X500Name name(String office, String common) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, office)
        .addRDN(BCStyle.CN, common)
        .build();
  }

  private static Instant begin(Clock clock) {
    return clock.instant().minus(SLOW_CLOCK).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Its own certificate, which terminals trust. */
  public X509Certificate certificate() {
    return authority.certificate();
  }

  /** A certificate for a terminal, from a day ago until {@code life} from now. */
  public X509Certificate issue(SigningRequest request, String terminalId, Duration life)
      throws IOException {
    X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, terminalId).build();
    return maker.terminal(
        new CertificateMaker.Subject(name, request.key(), begin(clock), life.plus(SLOW_CLOCK)));
  }

  /**
   * The server's key and certificate: those of the last time, or new ones when two thirds of their
   * life are over, when the server is called otherwise now, or when they are no longer readable. Of
   * two servers that make new ones at the same time each has its own, and one's are kept: both are
   * the authority's.
   */
  public Credential server(Collection<String> hosts) throws IOException {
    Path file = folder.resolve("server.pem");
    if (Files.exists(file)) {
      try {
        Credential present = Credential.fromPem(Files.readAllBytes(file));
        if (isStillGood(present, hosts)) {
          return present;
        }
      } catch (UnreadableCredentialException e) {
        // nothing is lost with it
      }
    }
    Credential fresh = newServer(hosts);
    Storage.durable().move(candidate(file, fresh.toPem()), file);
    return fresh;
  }

  private boolean isStillGood(Credential present, Collection<String> hosts) {
    return present.authority().equals(authority.certificate())
        && clock.instant().isBefore(present.renewalDue())
        && Hosts.in(present.certificate()).equals(new TreeSet<>(hosts));
  }

  private Credential newServer(Collection<String> hosts) throws IOException {
    KeyPair pair = KeyPairs.generate();
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, "OpenHall office").build();
    X509Certificate certificate =
        maker.server(
            new CertificateMaker.Subject(name, pair.getPublic(), begin(clock), LIFE_OF_SERVER),
            List.copyOf(hosts));
    return new Credential(pair.getPrivate(), certificate, authority.certificate());
  }
}
