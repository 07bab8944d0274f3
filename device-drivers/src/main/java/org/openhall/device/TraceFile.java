package org.openhall.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.openhall.device.Trace.Entry;
import org.openhall.device.Trace.Kind;

/**
 * A trace as a text file that a person can read and a driver can be played with ({@code
 * sdt:replay:FILE}): a first line with the device's key and driver, then one line for each entry,
 * seconds first.
 *
 * @param key the device's key in the configuration, e.g. {@code id-card-reader}
 * @param scheme its driver, e.g. {@code sdt}
 * @param trace what went by
 */
public record TraceFile(String key, String scheme, Trace trace) {

  private static final String HEAD = "openhall-trace 1 ";
  private static final String SENT = ">";
  private static final String RECEIVED = "<";

  /** Writes it. */
  public void write(Path file) throws IOException {
    Files.writeString(file, text());
  }

  /** The text of the file. */
  public String text() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(HEAD + key + " " + scheme);
    trace.entries().forEach(entry -> lines.add(line(entry)));
    return lines.toString();
  }

  /**
   * Reads one.
   *
   * @throws IOException also if it is none; the message names the line
   */
  public static TraceFile read(Path file) throws IOException {
    return of(file.toString(), Files.readAllLines(file));
  }

  /** Reads one that a message calls by this name. */
  static TraceFile of(String file, List<String> lines) throws IOException {
    String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
    if (head.length != 4 || !lines.getFirst().startsWith(HEAD)) {
      throw new IOException(file + " is no trace: its first line is not '" + HEAD + "KEY DRIVER'");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      int number = i + 1;
      entries.add(
          entry(lines.get(i))
              .orElseThrow(() -> new IOException(file + " is damaged in line " + number)));
    }
    return new TraceFile(head[2], head[3], new Trace(entries));
  }

  private static String line(Entry entry) {
    String seconds =
        String.format(
            Locale.ROOT, "%d.%06d", entry.micros() / 1_000_000, entry.micros() % 1_000_000);
    return switch (entry.kind()) {
      case SENT -> seconds + " " + SENT + " " + entry.bytes();
      case RECEIVED -> seconds + " " + RECEIVED + " " + entry.bytes();
      default -> (seconds + " " + word(entry.kind()) + " " + entry.note()).strip();
    };
  }

  private static Optional<Entry> entry(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].matches("\\d{1,9}\\.\\d{6}")) {
      return Optional.empty();
    }
    long micros = Long.parseLong(parts[0].replace(".", ""));
    String rest = parts.length == 3 ? parts[2] : "";
    return switch (parts[1]) {
      case SENT -> bytes(micros, Kind.SENT, rest);
      case RECEIVED -> bytes(micros, Kind.RECEIVED, rest);
      default -> kind(parts[1]).map(kind -> Entry.note(micros, kind, rest.strip()));
    };
  }

  private static Optional<Entry> bytes(long micros, Kind kind, String hex) {
    return hex.matches("([0-9a-f]{2})*")
        ? Optional.of(Entry.bytes(micros, kind, HexFormat.of().parseHex(hex)))
        : Optional.empty();
  }

  private static Optional<Kind> kind(String word) {
    for (Kind kind : List.of(Kind.OPENED, Kind.CLOSED, Kind.COMMAND, Kind.OUTCOME)) {
      if (word(kind).equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
