package org.openhall.kiosk.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.openhall.device.Devices;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.journal.Journal;
import org.openhall.link.settings.TerminalSettings;

/**
 * What the kiosk follows of the terminal's settings. A number that cannot be meant is named, and
 * the usual one holds.
 */
public final class KioskSettings {
  private enum Quantity {
    MOST_PAGES("print.most-pages", PageDesk.USUAL_PAGES, 200),
    ABSENCE("presence.seconds", 15, 60),
    SPOOL("spool.megabytes", (int) (Journal.USUAL_CAP >> 20), 9_999);

    private final String key;
    private final int usual;
    private final int most;

    Quantity(String key, int usual, int most) {
      this.key = key;
      this.usual = usual;
      this.most = most;
    }
  }

  private final TerminalSettings all;
  private final Properties properties;

  private KioskSettings(TerminalSettings all) {
    this.all = all;
    properties = all.kiosk();
  }

  /** What is written for the terminal with this data folder. */
  public static KioskSettings read(Path data) {
    return new KioskSettings(TerminalSettings.read(data));
  }

  /** The file that was read, or would have been. */
  public Path file() {
    return all.file();
  }

  /** Whether there is any. */
  public boolean found() {
    return all.found();
  }

  /** The devices and their options, among what else is the kiosk's. */
  public Properties properties() {
    return properties;
  }

  /** The text behind a key, or none. */
  public String text(String key) {
    return properties.getProperty(key, "").strip();
  }

  /** How many pages a citizen may print at once: {@code print.most-pages}, 1 to 200. */
  public int mostPages() {
    return number(Quantity.MOST_PAGES);
  }

  /** How much of the disk may wait for the office, in bytes: {@code spool.megabytes}, 1 to 9999. */
  public long spoolBytes() {
    return (long) number(Quantity.SPOOL) << 20;
  }

  /** How long the presence sensor must see nobody: {@code presence.seconds}, 1 to 60. */
  public Duration absence() {
    return Duration.ofSeconds(number(Quantity.ABSENCE));
  }

  /** A sentence for each line that says nothing, whose number cannot be meant, or of a device. */
  public List<String> wrong() {
    List<String> wrong = new ArrayList<>(wrongLines());
    wrong.addAll(wrongValues());
    return wrong;
  }

  /** The same without the lines that say nothing, which the agent names as well. */
  public List<String> wrongValues() {
    List<String> wrong = new ArrayList<>(wrongNumbers());
    Devices.check(properties)
        .forEach(e -> wrong.add(all.place(e.key()) + ": " + String.valueOf(e.getMessage())));
    return wrong;
  }

  /** The same without the devices, which say so themselves when they are opened. */
  public List<String> wrongBeforeDevices() {
    return Stream.concat(wrongLines().stream(), wrongNumbers().stream()).toList();
  }

  private List<String> wrongLines() {
    return all.faults().stream().map(KioskSettings::words).toList();
  }

  private static String words(TerminalSettings.Fault fault) {
    return fault.place()
        + switch (fault.trouble()) {
          case UNREADABLE -> " cannot be read; correct it and start again: " + fault.text();
          case NO_SETTING -> ": \"" + fault.text() + "\" is no key=value";
          case TWICE -> ": " + fault.text() + " is said a second time; the first holds";
          case UNKNOWN ->
              ": there is no setting " + fault.text() + ", or no line for the device it belongs to";
        };
  }

  private List<String> wrongNumbers() {
    return Stream.of(Quantity.values())
        .filter(n -> !text(n.key).isEmpty() && !fits(n))
        .map(n ->
            all.place(n.key)
                + (": " + n.key + "=" + text(n.key) + " must be 1 to " + n.most)
                + ("; " + n.usual + " is taken"))
        .toList();
  }

  private boolean fits(Quantity number) {
    String typed = text(number.key);
    return typed.matches("[1-9]\\d{0,3}") && Integer.parseInt(typed) <= number.most;
  }

  private int number(Quantity number) {
    return fits(number) ? Integer.parseInt(text(number.key)) : number.usual;
  }
}
