package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.openhall.agent.enrol.EnrolOutcome.Enrolled;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.WrongRoot;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.Fingerprint;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;

/** Takes an office's answer, however it came: judges it, then writes. */
final class Joining {
  private final Path data;
  private final IdentityFolder folder;
  private final Clock clock;

  Joining(Path data, IdentityFolder folder, Clock clock) {
    this.data = data;
    this.folder = folder;
    this.clock = clock;
  }

  /** Who the terminal is; a damaged identity does not stand in the way of a new one. */
  Optional<TerminalIdentity> present() throws IOException {
    try {
      return TerminalIdentity.read(data);
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The key that asks. The one in use asks again only where the last enrolment was cut off before
   * its end: else it may have been stolen.
   */
  KeyPair key() throws IOException {
    Optional<Credential> inUse = present().isPresent() ? credential() : Optional.empty();
    return inUse.isPresent() ? folder.otherKeyThan(inUse.get()) : folder.nextKey();
  }

  /** What people compare of a key. */
  static Fingerprint fingerprint(KeyPair pair) {
    return Fingerprint.of(pair.getPublic().getEncoded());
  }

  private Optional<Credential> credential() throws IOException {
    try {
      return folder.current();
    } catch (UnreadableCredentialException e) {
      return Optional.empty();
    }
  }

  /**
   * Judges the answer and becomes the office's terminal. terminal.json is written last: without it
   * nothing has happened.
   *
   * @param trust the fingerprint that people handed over
   */
  EnrolOutcome accept(URI office, Fingerprint trust, KeyPair pair, EnrolmentReply reply)
      throws IOException {
    if (!reply.anchors().fingerprint().equals(trust)) {
      return new WrongRoot(Sentence.of("enrol.wrong-root", office));
    }
    Optional<Credential> credential = credential(pair, reply);
    if (credential.isEmpty()) {
      return new NoOffice(Sentence.of("enrol.wrong-certificate", office));
    }
    byte[] root = reply.anchors().rootJson().bytes();
    if (!isSameOffice(root, reply)) {
      forgetFormerOffice();
    }
    try {
      Updater.trust(Terminal.metadata(data), root);
    } catch (RepositoryException e) {
      return new WrongRoot(Sentence.of("enrol.broken-root", e.getMessage()));
    }
    folder.adopt(credential.get());
    TerminalIdentity identity =
        new TerminalIdentity(reply.terminalId(), office, reply.channels(), clock.instant());
    identity.write(data);
    folder.forgetNext();
    return new Enrolled(identity, reply.office(), trust, fingerprint(pair));
  }

  /** The certificate with its key, where it is for this terminal and from the trusted authority. */
  private static Optional<Credential> credential(KeyPair pair, EnrolmentReply reply) {
    try {
      X509Certificate authority = Certificates.parse(reply.anchors().authority().bytes());
      X509Certificate certificate = Certificates.parse(reply.certificate().bytes());
      boolean mine =
          certificate.getPublicKey().equals(pair.getPublic())
              && certificate.getSubjectX500Principal().equals(principal(reply.terminalId()))
              && Certificates.isIssuedBy(certificate, authority);
      return mine
          ? Optional.of(new Credential(pair.getPrivate(), certificate, authority))
          : Optional.empty();
    } catch (UnreadableCredentialException e) {
      return Optional.empty();
    }
  }

  private static X500Principal principal(String terminalId) {
    return new X500Principal(
        "CN=" + (terminalId.matches("[A-Za-z0-9_-]{1,64}") ? terminalId : "?"));
  }

  /** Whether what is on the disk stays valid: the same trust, the same channels. */
  private boolean isSameOffice(byte[] root, EnrolmentReply reply) throws IOException {
    Path trusted = Terminal.metadata(data).resolve(TopRole.ROOT.fileName());
    return Files.exists(trusted)
        && Arrays.equals(Files.readAllBytes(trusted), root)
        && present().filter(p -> p.channels().equals(reply.channels())).isPresent();
  }

  /** What another office, or other channels, brought is not shown any more. */
  private void forgetFormerOffice() throws IOException {
    Files.deleteIfExists(data.resolve("terminal.json"));
    for (String former : List.of("content", "repository")) {
      deleteTree(data.resolve(former));
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
