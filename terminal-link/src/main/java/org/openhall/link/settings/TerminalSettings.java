package org.openhall.link.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The settings of a terminal: {@code key=value} in each line, {@code #} before a remark, UTF-8. The
 * file is the one that the system property {@code openhall.settings} names, or {@code
 * terminal.properties} in the data folder. Where neither is there, the two files of earlier
 * versions count, {@code kiosk.properties} and {@code agent.properties} in the data folder.
 *
 * @param file the file that was read, or would have been
 * @param found whether any was there
 * @param lines by key, each once
 * @param faults of lines that are none, in their order
 */
public record TerminalSettings(
    Path file, boolean found, Map<String, Line> lines, List<Fault> faults) {

  /** The name of the file in a data folder. */
  public static final String FILE = "terminal.properties";

  /** Names the file where it lies elsewhere. */
  public static final String PROPERTY = "openhall.settings";

  private static final List<String> EARLIER = List.of("kiosk.properties", "agent.properties");

  /** The agent's keys; every other is the kiosk's. */
  private static final Set<String> AGENT =
      Set.of(
          "poll.every",
          "sources",
          "mirrors.ca",
          "proxy",
          "proxy.credentials",
          "proxy.except",
          "downloads.rate",
          "downloads.hours",
          "time-zone",
          "health.port");

  private static final Set<String> KIOSK =
      Set.of(
          "terminal.place",
          "terminal.point",
          "service.hotline",
          "service.hours",
          "print.most-pages",
          "presence.seconds",
          "spool.megabytes");

  /** What stands behind a key, and where. */
  public record Line(Path file, int number, String value) {
    /** File and line, for messages. */
    public String place() {
      return file + ":" + number;
    }
  }

  /** What can be wrong with a line before anybody looks at its value. */
  public enum Trouble {
    UNREADABLE,
    NO_SETTING,
    TWICE,
    UNKNOWN
  }

  /**
   * A line that says nothing.
   *
   * @param place file and line, for messages
   * @param text of the line, or why the file cannot be read
   */
  public record Fault(String place, Trouble trouble, String text) {}

  public TerminalSettings {
    lines = Map.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /** The file of the terminal with this data folder, whether it is there or not. */
  public static Path file(Path data) {
    String named = System.getProperty(PROPERTY, "");
    return named.isEmpty() ? data.resolve(FILE) : Path.of(named);
  }

  /** What is written for the terminal with this data folder. */
  public static TerminalSettings read(Path data) {
    Path file = file(data);
    List<Path> files =
        Files.exists(file)
            ? List.of(file)
            : EARLIER.stream().map(data::resolve).filter(Files::exists).toList();
    Reading reading = new Reading();
    files.forEach(reading::read);
    reading.nameUnknown();
    return new TerminalSettings(file, !files.isEmpty(), reading.lines, reading.faults);
  }

  /** What the kiosk follows: the devices, and what begins with {@code terminal.} and the like. */
  public Properties kiosk() {
    return select(key -> !AGENT.contains(key));
  }

  /** What the agent follows. */
  public Properties agent() {
    return select(AGENT::contains);
  }

  /** Where a key stands, for messages; the file where it stands nowhere. */
  public String place(String key) {
    return Optional.ofNullable(lines.get(key)).map(Line::place).orElse(file.toString());
  }

  private Properties select(Predicate<String> wanted) {
    Properties selected = new Properties();
    lines.forEach((key, line) -> {
      if (wanted.test(key)) {
        selected.setProperty(key, line.value());
      }
    });
    return selected;
  }

  /** What has been read so far. */
  private static final class Reading {
    private final Map<String, Line> lines = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    void read(Path file) {
      try {
        List<String> texts = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < texts.size(); i++) {
          take(file, i + 1, texts.get(i).replace("\uFEFF", "").strip());
        }
      } catch (NoSuchFileException e) {
        // all as usual
      } catch (IOException e) {
        faults.add(new Fault(file.toString(), Trouble.UNREADABLE, e.toString()));
      }
    }

    private void take(Path file, int number, String text) {
      if (text.isEmpty() || text.startsWith("#")) {
        return;
      }
      int equals = text.indexOf('=');
      if (equals <= 0) {
        faults.add(new Fault(file + ":" + number, Trouble.NO_SETTING, text));
        return;
      }
      String key = text.substring(0, equals).strip();
      Line line = new Line(file, number, text.substring(equals + 1).strip());
      if (lines.putIfAbsent(key, line) != null) {
        faults.add(new Fault(line.place(), Trouble.TWICE, key));
      }
    }

    private boolean isOfADevice(String key) {
      int dot = key.indexOf('.');
      String device = dot < 0 ? key : key.substring(0, dot);
      return lines.containsKey(device) && !AGENT.contains(device);
    }

    /** A key with a dot that is no device's option belongs to nobody. */
    void nameUnknown() {
      for (Map.Entry<String, Line> each : lines.entrySet()) {
        String key = each.getKey();
        if (!AGENT.contains(key) && !KIOSK.contains(key) && !isOfADevice(key)) {
          faults.add(new Fault(each.getValue().place(), Trouble.UNKNOWN, key));
        }
      }
    }
  }
}
