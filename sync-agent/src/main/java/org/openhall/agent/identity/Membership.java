package org.openhall.agent.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.text.Sentence;
import org.openhall.link.CertificateExchange;
import org.openhall.link.Json;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.LiveKey;
import org.openhall.link.credential.UnreadableCredentialException;
import org.openhall.link.status.AgentStatus;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.HttpFetcher;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.client.Throttle;
import org.openhall.repository.storage.Storage;

/**
 * The terminal's side of belonging to an office: it reads the repository, reports, and renews its
 * certificate in time. A terminal whose office is named without TLS only reads. One thread at a
 * time.
 */
public final class Membership {
  private static final String REPOSITORY = "repository/";
  private static final String STATUS = "api/terminal/status";
  private static final String CERTIFICATE = "api/terminal/certificate";

  private final URI office;
  private final IdentityFolder folder;
  private final Clock clock;
  private final @Nullable LiveKey key;
  private final Line line;
  private final HttpRoute route;
  private final boolean hasLine;
  private long waitsUntil = System.nanoTime();
  private Optional<Heard> heard = Optional.empty();

  /**
   * What lies between terminal and office.
   *
   * @param route directly or through a proxy
   * @param throttle how fast the repository is read
   */
  public record Line(HttpRoute route, Throttle throttle) {
    static final Line DIRECT = new Line(HttpRoute.direct(), Throttle.NONE);
  }

  private Membership(Place place, Line line, Clock clock, @Nullable LiveKey key, boolean hasLine) {
    this.hasLine = hasLine;
    this.office = place.office();
    this.folder = place.folder();
    this.line = line;
    this.clock = clock;
    this.key = key;
    this.route =
        key == null
            ? line.route()
            : line.route().proving(Tls.to(key.credential().authority(), key));
  }

  private record Place(URI office, IdentityFolder folder) {}

  /** Of an enrolled terminal; empty where its key is missing or damaged. */
  public static Optional<Membership> of(Path data, TerminalIdentity identity, Clock clock)
      throws IOException {
    return of(data, identity, clock, Line.DIRECT);
  }

  /** The same over a line of its own kind. */
  public static Optional<Membership> of(
      Path data, TerminalIdentity identity, Clock clock, Line line) throws IOException {
    return of(
        new Place(identity.office(), new IdentityFolder(data, Storage.durable())), clock, line);
  }

  static Optional<Membership> of(TerminalIdentity identity, IdentityFolder folder, Clock clock)
      throws IOException {
    return of(new Place(identity.office(), folder), clock, Line.DIRECT);
  }

  private static Optional<Membership> of(Place place, Clock clock, Line line) throws IOException {
    if (!"https".equals(place.office().getScheme())) {
      return Optional.of(new Membership(place, line, clock, null, true));
    }
    try {
      return place
          .folder()
          .current()
          .map(LiveKey::new)
          .map(key -> new Membership(place, line, clock, key, true));
    } catch (UnreadableCredentialException e) {
      return Optional.empty();
    }
  }

  /** The same without a line: nothing is reported, nothing renewed. */
  public Membership withoutLine() {
    return new Membership(new Place(office, folder), line, clock, key, false);
  }

  /** Whether the office is asked at all. */
  public boolean hasLine() {
    return hasLine;
  }

  /** The repository of the office, over the line. */
  public Fetcher repository() {
    return new HttpFetcher(OfficeLine.below(office, REPOSITORY), route, line.throttle());
  }

  /** Its address. */
  public URI office() {
    return office;
  }

  /** How long the office wants to be left alone, 0 where it may be asked. */
  public Duration waitAsked() {
    return Duration.ofNanos(Math.max(0, waitsUntil - System.nanoTime()));
  }

  /** The certificate in use, if there is one. */
  public Optional<Credential> credential() {
    return Optional.ofNullable(key).map(LiveKey::credential);
  }

  /** The line to the office; empty where it is reached without TLS, or not at all. */
  public Optional<OfficeLine> line() {
    return key == null || !hasLine ? Optional.empty() : Optional.of(new OfficeLine(office, route));
  }

  /** The office's time, and when it was heard by a clock that nobody sets. */
  private record Heard(Instant time, long nanos) {
    Instant now() {
      return time.plusNanos(System.nanoTime() - nanos);
    }
  }

  /**
   * How far the terminal's clock is ahead of the office's, negative where it is behind; empty where
   * no office has proved who it is and told the time since this program began.
   */
  public Optional<Duration> clockAhead() {
    return heard.map(office -> Duration.between(office.now(), clock.instant()));
  }

  /** Says how the terminal is. */
  public OfficeWord report(AgentStatus status) {
    if (key == null || !hasLine) {
      return new OfficeWord.Well();
    }
    try {
      OfficeLine.Answer answer = ask(STATUS, Json.write(status));
      return answer.isGood() ? new OfficeWord.Well() : OfficeWord.refused(office, answer);
    } catch (IOException e) {
      return new OfficeWord.Troubled(LineTrouble.of(office, e, clock).words());
    }
  }

  /** Gets the next certificate when two thirds of the life of this one are over. */
  public OfficeWord renewInTime() {
    if (key == null || !hasLine || clock.instant().isBefore(key.credential().renewalDue())) {
      return new OfficeWord.Well();
    }
    try {
      return renew(key);
    } catch (IOException e) {
      return new OfficeWord.Troubled(Sentence.of("renewal.disk", e));
    }
  }

  /** Each step leaves the old pair or the new one in use, and can be repeated. */
  private OfficeWord renew(LiveKey live) throws IOException {
    KeyPair pair = folder.otherKeyThan(live.credential());
    byte[] request = new CertificateExchange(SigningRequests.of(pair)).toJson();
    OfficeLine.Answer answer;
    try {
      answer = ask(CERTIFICATE, request);
    } catch (IOException e) {
      return new OfficeWord.Troubled(LineTrouble.of(office, e, clock).words());
    }
    return answer.isGood() ? take(answer, pair, live) : OfficeWord.refused(office, answer);
  }

  /** An office that wants to be left alone is not asked, neither for this nor for that. */
  private OfficeLine.Answer ask(String path, byte[] json) throws IOException {
    Duration wait = waitAsked();
    if (wait.isPositive()) {
      throw new IOException("it asked to wait, %d s are left".formatted(wait.toSeconds() + 1));
    }
    OfficeLine.Answer answer = new OfficeLine(office, route).post(path, json);
    waitsUntil = System.nanoTime() + answer.waitAsked().toNanos();
    heard = answer.at().map(time -> new Heard(time, System.nanoTime())).or(() -> heard);
    return answer;
  }

  private OfficeWord take(OfficeLine.Answer answer, KeyPair pair, LiveKey live) throws IOException {
    Credential old = live.credential();
    Optional<X509Certificate> issued =
        CertificateExchange.fromJson(answer.body())
            .flatMap(Membership::certificate)
            .filter(fresh -> isNext(fresh, pair, old));
    if (issued.isEmpty()) {
      return new OfficeWord.Troubled(Sentence.of("renewal.strange", office));
    }
    Credential fresh = new Credential(pair.getPrivate(), issued.get(), old.authority());
    folder.adopt(fresh);
    live.replace(fresh);
    folder.forgetNext();
    return new OfficeWord.Well();
  }

  private static Optional<X509Certificate> certificate(CertificateExchange answer) {
    try {
      return Optional.of(Certificates.parse(answer.der().bytes()));
    } catch (UnreadableCredentialException e) {
      return Optional.empty();
    }
  }

  private static boolean isNext(X509Certificate fresh, KeyPair pair, Credential old) {
    return fresh.getPublicKey().equals(pair.getPublic())
        && fresh.getSubjectX500Principal().equals(old.certificate().getSubjectX500Principal())
        && Certificates.isIssuedBy(fresh, old.authority());
  }
}
