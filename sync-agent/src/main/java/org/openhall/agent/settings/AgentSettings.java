package org.openhall.agent.settings;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.identity.Tls;
import org.openhall.agent.text.Sentence;
import org.openhall.repository.client.HttpFetcher;
import org.openhall.repository.client.HttpProxy;
import org.openhall.repository.client.HttpRoute;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Sources.Source;
import org.openhall.repository.client.Throttle;

/**
 * How this terminal's agent fetches.
 *
 * @param every distance of the runs, where that is told
 * @param places mirrors in order, each the base address of a repository; the office stands where an
 *     empty one is
 * @param mirrorAuthorities who may certify mirrors, or empty for the platform's own list
 * @param proxy the way to office and mirrors
 * @param throttle over all downloads together
 * @param hours of packs and attachments, or empty for all
 * @param healthPort port of the health page on loopback, 0 for none
 * @param wrong a sentence for each line that cannot be followed
 */
public record AgentSettings(
    Optional<Duration> every,
    List<Optional<URI>> places,
    List<X509Certificate> mirrorAuthorities,
    Optional<HttpProxy> proxy,
    Throttle throttle,
    Optional<DownloadHours> hours,
    int healthPort,
    List<Sentence> wrong) {

  public AgentSettings {
    places = List.copyOf(places);
    mirrorAuthorities = List.copyOf(mirrorAuthorities);
    wrong = List.copyOf(wrong);
  }

  /** What is written for the terminal with this data folder; all as usual where nothing is. */
  public static AgentSettings read(Path data) {
    return new SettingsFile(data).read();
  }

  /** How a server is reached, its proof apart. */
  public HttpRoute route() {
    return HttpRoute.through(proxy);
  }

  /** The line of an enrolled terminal to its office. */
  public Membership.Line line() {
    return new Membership.Line(route(), throttle);
  }

  /** Where the repository is fetched from, in order. */
  public Sources sources(Membership member) {
    List<Source> sources = new ArrayList<>();
    for (Optional<URI> place : places) {
      sources.add(place.map(this::mirror).orElseGet(() -> office(member)));
    }
    return Sources.of(sources);
  }

  private static Source office(Membership member) {
    return new Source(member.office().toString(), member.repository());
  }

  private Source mirror(URI address) {
    HttpRoute route =
        mirrorAuthorities.isEmpty() ? route() : route().proving(Tls.toServersOf(mirrorAuthorities));
    return new Source(address.toString(), new HttpFetcher(address, route, throttle));
  }
}
