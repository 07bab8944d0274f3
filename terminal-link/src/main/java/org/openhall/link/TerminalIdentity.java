package org.openhall.link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a terminal is, as the office named it: {@code terminal.json} in its data folder, written by
 * enrolment only.
 *
 * @param terminalId opaque, 1–64 characters
 * @param office base address of the office, {@code https}; the signed repository is below {@code
 *     repository/}. With {@code http} the repository can be read and nothing else be said
 * @param channels which parts of a release the terminal takes, none other
 */
public record TerminalIdentity(
    String terminalId, URI office, List<String> channels, Instant enrolledAt) {

  public TerminalIdentity {
    Objects.requireNonNull(terminalId, "terminalId");
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(enrolledAt, "enrolledAt");
    channels = List.copyOf(channels);
  }

  /**
   * Reads the identity; empty where the terminal is not enrolled.
   *
   * @throws UnreadableFileException when the file is damaged
   */
  public static Optional<TerminalIdentity> read(Path dataDir) throws IOException {
    return file(dataDir).read();
  }

  /** Writes or replaces the identity. */
  public void write(Path dataDir) throws IOException {
    file(dataDir).write(this);
  }

  private static JsonFile<TerminalIdentity> file(Path dataDir) {
    return new JsonFile<>(dataDir, "terminal.json", TerminalIdentity.class);
  }
}
