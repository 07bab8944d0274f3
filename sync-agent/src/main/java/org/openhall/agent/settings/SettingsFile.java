package org.openhall.agent.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.agent.text.Sentence;
import org.openhall.link.settings.TerminalSettings;
import org.openhall.repository.client.HttpProxy;
import org.openhall.repository.client.Throttle;

/** What the agent follows of the terminal's settings. */
final class SettingsFile {
  private static final String EVERY = "poll.every";
  private static final String SOURCES = "sources";
  private static final String MIRRORS_CA = "mirrors.ca";
  private static final String PROXY = "proxy";
  private static final String CREDENTIALS = "proxy.credentials";
  private static final String EXCEPT = "proxy.except";
  private static final String RATE = "downloads.rate";
  private static final String HOURS = "downloads.hours";
  private static final String ZONE = "time-zone";
  private static final String PORT = "health.port";

  private static final String OFFICE = "office";
  private static final ZoneId HALLS = ZoneId.of("Asia/Shanghai");
  private static final Pattern BYTES = Pattern.compile("([1-9]\\d{0,8})(KiB|MiB)");

  private final Path data;
  private final TerminalSettings all;
  private final Properties lines;
  private final List<Sentence> wrong = new ArrayList<>();

  SettingsFile(Path data) {
    this.data = data;
    all = TerminalSettings.read(data);
    lines = all.agent();
  }

  AgentSettings read() {
    for (TerminalSettings.Fault fault : all.faults()) {
      String sentence =
          switch (fault.trouble()) {
            case UNREADABLE -> "settings.unreadable";
            case NO_SETTING -> "settings.no-setting";
            case TWICE -> "settings.twice";
            case UNKNOWN -> "settings.unknown";
          };
      wrong.add(Sentence.of(sentence, fault.place(), fault.text()));
    }
    return new AgentSettings(
        every(), places(), authorities(), proxy(), throttle(), hours(), port(), wrong);
  }

  private Optional<String> line(String key) {
    return Optional.ofNullable(lines.getProperty(key)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private void wrong(String sentence, String key) {
    wrong.add(Sentence.of(sentence, all.place(key), key, line(key).orElse("")));
  }

  private Optional<Duration> every() {
    Optional<Duration> every = line(EVERY).flatMap(Interval::parse);
    if (every.isEmpty() && line(EVERY).isPresent()) {
      wrong("settings.every", EVERY);
    }
    return every;
  }

  /** An office that is not named is asked last: content must come even where no mirror has it. */
  private List<Optional<URI>> places() {
    List<Optional<URI>> places = new ArrayList<>();
    for (String word : words(SOURCES)) {
      Optional<URI> address = address(word, Set.of("http", "https"));
      if (word.equals(OFFICE) || address.isPresent()) {
        places.add(word.equals(OFFICE) ? Optional.empty() : address);
      } else {
        wrong.add(Sentence.of("settings.sources", all.place(SOURCES), SOURCES, word));
      }
    }
    if (!places.contains(Optional.<URI>empty())) {
      places.add(Optional.empty());
    }
    return places.stream().distinct().toList();
  }

  private List<String> words(String key) {
    return line(key).map(text -> List.of(text.split("[\\s,]+"))).orElse(List.of());
  }

  private static Optional<URI> address(String text, Set<String> schemes) {
    try {
      URI address = new URI(text);
      boolean fits =
          address.getScheme() != null
              && schemes.contains(address.getScheme())
              && address.getHost() != null
              && address.getUserInfo() == null
              && address.getQuery() == null
              && address.getFragment() == null;
      return fits ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private List<X509Certificate> authorities() {
    Optional<String> pem = line(MIRRORS_CA);
    if (pem.isEmpty()) {
      return List.of();
    }
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = Files.newInputStream(data.resolve(pem.get()))) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        found.add((X509Certificate) certificate);
      }
    } catch (IOException | CertificateException e) {
      // said below
    }
    if (found.isEmpty()) {
      wrong("settings.ca", MIRRORS_CA);
    }
    return found;
  }

  private Optional<HttpProxy> proxy() {
    Optional<String> text = line(PROXY);
    Optional<URI> address =
        text.flatMap(t -> address(t, Set.of("http"))).filter(a -> a.getPort() > 0);
    if (text.isPresent() && address.isEmpty()) {
      wrong("settings.proxy", PROXY);
    }
    List<String> except = words(EXCEPT);
    Optional<PasswordAuthentication> credentials = credentials();
    return address.map(a -> new HttpProxy(a.getHost(), a.getPort(), except, credentials));
  }

  /** Kept in a file of its own, as this one may be read and copied freely. */
  private Optional<PasswordAuthentication> credentials() {
    Optional<String> name = line(CREDENTIALS);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      String secret = Files.readString(data.resolve(name.get())).strip();
      int colon = secret.indexOf(':');
      if (colon > 0 && secret.indexOf('\n') < 0) {
        char[] password = secret.substring(colon + 1).toCharArray();
        return Optional.of(new PasswordAuthentication(secret.substring(0, colon), password));
      }
    } catch (IOException e) {
      // said below
    }
    wrong("settings.credentials", CREDENTIALS);
    return Optional.empty();
  }

  private Throttle throttle() {
    Optional<String> text = line(RATE);
    if (text.isEmpty()) {
      return Throttle.NONE;
    }
    Matcher bytes = BYTES.matcher(text.get());
    if (bytes.matches()) {
      long rate = Long.parseLong(bytes.group(1)) << (bytes.group(2).equals("KiB") ? 10 : 20);
      if (rate >= Throttle.SLOWEST && rate <= 1L << 40) {
        return Throttle.to(rate);
      }
    }
    wrong("settings.rate", RATE);
    return Throttle.NONE;
  }

  private Optional<DownloadHours> hours() {
    ZoneId zone = zone();
    Optional<DownloadHours> hours = line(HOURS).flatMap(text -> DownloadHours.parse(text, zone));
    if (hours.isEmpty() && line(HOURS).isPresent()) {
      wrong("settings.hours", HOURS);
    }
    return hours;
  }

  /** Port of the health page on loopback, 0 for none. */
  private int port() {
    String text = line(PORT).orElse("0");
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    wrong("settings.port", PORT);
    return 0;
  }

  private ZoneId zone() {
    try {
      return line(ZONE).map(ZoneId::of).orElse(HALLS);
    } catch (DateTimeException e) {
      wrong("settings.zone", ZONE);
      return HALLS;
    }
  }
}
