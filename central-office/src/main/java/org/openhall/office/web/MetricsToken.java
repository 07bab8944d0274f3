package org.openhall.office.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;

/** What opens {@code /health} and {@code /metrics} to who asks from elsewhere. */
final class MetricsToken {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 4096;

  private final byte[] secret;

  private MetricsToken(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * The one in the file that {@code metrics-token-file} names; empty where nothing is named.
   *
   * @throws BadSettingException the file cannot be read, or holds less than a token
   */
  static Optional<MetricsToken> of(Path dataDir) throws IOException {
    Optional<Path> file = OfficeProperties.of(dataDir).path(OfficeProperties.METRICS_TOKEN_FILE);
    return file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
  }

  private static MetricsToken read(Path file) throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file) || Files.size(file) > LONGEST) {
      throw bad(file);
    }
    byte[] secret =
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .strip()
            .getBytes(StandardCharsets.ISO_8859_1);
    if (secret.length < SHORTEST) {
      throw bad(file);
    }
    return new MetricsToken(secret);
  }

  private static BadSettingException bad(Path file) {
    return new BadSettingException("trouble.metrics-token", file, SHORTEST);
  }

  /** Whether this is it, in the same time for every other. */
  boolean is(String shown) {
    return MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.ISO_8859_1), secret);
  }
}
