package org.openhall.kiosk;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.link.TerminalIdentity;

/**
 * What the data folder says of this terminal, read once at the start. A file that is missing or
 * damaged is said on stderr; the terminal then runs without what it would have told.
 *
 * @param properties kiosk.properties; it names the devices
 * @param terminal what the terminal is called
 */
record KioskConfig(Properties properties, Terminal terminal) {

  static KioskConfig read(Path data) {
    Properties properties = properties(data.resolve("kiosk.properties"));
    String place = properties.getProperty("terminal.place", "").strip();
    String point = properties.getProperty("terminal.point", "").strip();
    return new KioskConfig(properties, new Terminal(terminalId(data), place, point));
  }

  /** How many pages a citizen may print at once: {@code print.most-pages}, 1 to 200. */
  int mostPages() {
    String typed = properties.getProperty("print.most-pages", "").strip();
    if (typed.isEmpty()) {
      return PageDesk.USUAL_PAGES;
    }
    if (!typed.matches("[1-9]\\d?|1\\d\\d|200")) {
      System.err.println(
          "kiosk: print.most-pages must be 1 to 200; " + PageDesk.USUAL_PAGES + " is taken");
      return PageDesk.USUAL_PAGES;
    }
    return Integer.parseInt(typed);
  }

  /** How much of the disk may wait for the office, in bytes: {@code spool.megabytes}, 1 to 9999. */
  long spoolBytes() {
    return (long) number("spool.megabytes", (int) (Journal.USUAL_CAP >> 20), 9_999) << 20;
  }

  /** How long the presence sensor must see nobody: {@code presence.seconds}, 1 to 60. */
  Duration absence() {
    return Duration.ofSeconds(number("presence.seconds", 15, 60));
  }

  private int number(String key, int usual, int most) {
    String typed = properties.getProperty(key, "").strip();
    if (typed.isEmpty()) {
      return usual;
    }
    if (!typed.matches("[1-9]\\d{0,3}") || Integer.parseInt(typed) > most) {
      System.err.println("kiosk: " + key + " must be 1 to " + most + "; " + usual + " is taken");
      return usual;
    }
    return Integer.parseInt(typed);
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      System.err.println(
          "kiosk: there is no " + file + "; the terminal runs without card reader and printer");
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(
          "kiosk: " + file + " cannot be read, correct it and start again: " + e.getMessage());
    }
    return properties;
  }

  private static String terminalId(Path data) {
    try {
      return TerminalIdentity.read(data).map(TerminalIdentity::terminalId).orElse("");
    } catch (IOException e) {
      System.err.println("kiosk: " + e.getMessage() + "; enrol the terminal again");
      return "";
    }
  }
}
