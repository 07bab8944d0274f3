package org.openhall.agent.identity;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.text.Sentence;

/**
 * Why the line to the office did not come about.
 *
 * @param clock whether this terminal's clock is the likely reason
 */
public record LineTrouble(boolean clock, Sentence words) {

  /** What is wrong with the proof of the office's end; empty where that was not the trouble. */
  public static Optional<LineTrouble> ofProof(URI office, Throwable trouble, Clock clock) {
    return causes(trouble)
        .flatMap(e -> ofDates(office, e, clock).stream())
        .findFirst()
        .or(() -> causes(trouble).flatMap(e -> ofParty(office, e).stream()).findFirst());
  }

  private static Stream<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause);
  }

  /** Whatever it is. */
  public static LineTrouble of(URI office, IOException trouble, Clock clock) {
    return ofProof(office, trouble, clock)
        .orElseGet(() -> new LineTrouble(false, Sentence.of("line.away", office, said(trouble))));
  }

  private static Optional<LineTrouble> ofDates(URI office, Throwable e, Clock clock) {
    return switch (e) {
      case CertificateNotYetValidException _ ->
          Optional.of(
              new LineTrouble(true, Sentence.of("line.clock-behind", office, clock.instant())));
      case CertificateExpiredException _ ->
          Optional.of(
              new LineTrouble(true, Sentence.of("line.clock-ahead", office, clock.instant())));
      default -> Optional.empty();
    };
  }

  private static Optional<LineTrouble> ofParty(URI office, Throwable e) {
    return switch (e) {
      case CertificateException name when isAboutName(name) ->
          Optional.of(new LineTrouble(false, Sentence.of("line.host", office, office.getHost())));
      case CertificateException _ ->
          Optional.of(new LineTrouble(false, Sentence.of("line.stranger", office)));
      case SSLException tls when isNoTls(tls) ->
          Optional.of(new LineTrouble(false, Sentence.of("line.no-tls", office)));
      default -> Optional.empty();
    };
  }

  private static boolean isAboutName(CertificateException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("No subject alternative") || message.startsWith("No name matching");
  }

  private static boolean isNoTls(SSLException e) {
    return said(e).toLowerCase(Locale.ROOT).contains("unsupported or unrecognized ssl message");
  }

  private static String said(@Nullable Throwable e) {
    return e == null ? "" : e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
