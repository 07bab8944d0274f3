package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;

/** Who the terminal is to its office, and until when. */
record CertificateCheck(Machine machine, Clock clock) implements Check {
  /** The agent renews when a third of the life is left: 30 of 90 days. Less is trouble. */
  private static final Duration SOON = Duration.ofDays(20);

  private static final Duration AUTHORITY_SOON = Duration.ofDays(180);

  @Override
  public Area area() {
    return Area.CERTIFICATES;
  }

  @Override
  public List<Finding> look() throws IOException {
    if (TerminalIdentity.read(machine.data()).isEmpty()) {
      return List.of(Finding.of(area(), Severity.FAULT, "certificate.not-enrolled"));
    }
    List<Finding> found = new ArrayList<>();
    Path file = machine.data().resolve("identity").resolve("current.pem");
    try {
      Credential own = Credential.fromPem(Files.readAllBytes(file));
      found.add(judged("certificate.terminal", own.certificate(), SOON));
      found.add(judged("certificate.office", own.authority(), AUTHORITY_SOON));
    } catch (NoSuchFileException e) {
      found.add(Finding.of(area(), Severity.FAULT, "certificate.no-key", file));
    } catch (UnreadableCredentialException e) {
      found.add(Finding.of(area(), Severity.FAULT, "certificate.damaged", file));
    } catch (AccessDeniedException onlyTheAgentMay) {
      found.add(asTheAgentSays());
    }
    trouble().ifPresent(found::add);
    return found;
  }

  private Finding asTheAgentSays() throws IOException {
    return certificate()
        .map(known -> until("certificate.terminal", known.until(), SOON))
        .orElseGet(() -> Finding.of(area(), Severity.UNKNOWN, "certificate.not-read"));
  }

  private Optional<Finding> trouble() throws IOException {
    return certificate()
        .flatMap(known -> Optional.ofNullable(known.trouble()))
        .map(words -> Finding.of(area(), Severity.WARNING, "certificate.trouble", words));
  }

  private Optional<AgentStatus.Certificate> certificate() throws IOException {
    return StatusFile.agent(machine.data())
        .read()
        .flatMap(status -> Optional.ofNullable(status.certificate()));
  }

  private Finding judged(String code, X509Certificate certificate, Duration soon) {
    Instant from = certificate.getNotBefore().toInstant();
    return clock.instant().isBefore(from)
        ? Finding.of(area(), Severity.FAULT, code + ".not-yet", Times.of(from))
        : until(code, certificate.getNotAfter().toInstant(), soon);
  }

  private Finding until(String code, Instant until, Duration soon) {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      return Finding.of(area(), Severity.FAULT, code + ".expired", Times.of(until));
    }
    return now.plus(soon).isAfter(until)
        ? Finding.of(area(), Severity.WARNING, code + ".soon", Times.of(until))
        : Finding.of(area(), Severity.OK, code + ".ok", Times.of(until));
  }
}
