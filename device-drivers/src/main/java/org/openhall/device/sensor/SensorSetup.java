package org.openhall.device.sensor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.ModemLines;
import org.openhall.device.transport.Port;
import org.openhall.device.transport.Recorder;

/**
 * What the configuration says of a sensor: where it is, how it speaks, whether it says the
 * opposite.
 *
 * @param recorder keeps how much went over its line, not what: another device may be at the port
 */
record SensorSetup(
    String key, Port<Contact> port, boolean inverted, Duration debounce, Recorder recorder) {

  private static final String MODEM = "modem:";
  private static final String FILE = "file:";
  private static final String ASKED_SILENCE = "2";

  /** What is usual for a kind of sensor. */
  record Usual(String active, String quiet, String debounceMillis) {}

  static SensorSetup of(DeviceSettings settings, Usual usual) throws DeviceConfigurationException {
    Recorder recorder = Recorder.ofLengths();
    return new SensorSetup(
        settings.key(),
        port(settings, usual, recorder),
        yes(settings, "invert"),
        Duration.ofMillis(number(settings, "debounce", usual.debounceMillis(), 10_000)),
        recorder);
  }

  private static Port<Contact> port(DeviceSettings settings, Usual usual, Recorder recorder)
      throws DeviceConfigurationException {
    String address = settings.address();
    if (address.startsWith(MODEM)) {
      settings.requireOnly(Set.of("invert", "debounce", "line"));
      return ModemContact.port(
          ModemLines.port(settings, address.substring(MODEM.length())),
          ModemLines.line(settings, "line"));
    }
    if (address.startsWith(FILE)) {
      settings.requireOnly(Set.of("invert", "debounce", "active", "quiet"));
      return FileContact.port(
          path(settings, address.substring(FILE.length())),
          Words.of(settings, usual.active(), usual.quiet()));
    }
    settings.requireOnly(Set.of("invert", "debounce", "active", "quiet", "ask", "silence"));
    WordContact.Manner manner = manner(settings, usual);
    Port<Line> recorded = recorder.over(Port.of(settings));
    return () -> new WordContact(recorded.open(), manner);
  }

  private static WordContact.Manner manner(DeviceSettings settings, Usual usual)
      throws DeviceConfigurationException {
    byte[] ask = hex(settings, "ask");
    String silence = ask.length > 0 ? ASKED_SILENCE : "0";
    return new WordContact.Manner(
        Words.of(settings, usual.active(), usual.quiet()),
        ask,
        Duration.ofSeconds(number(settings, "silence", silence, 3_600)));
  }

  private static Path path(DeviceSettings settings, String text)
      throws DeviceConfigurationException {
    if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
      throw settings.badAddress("has no absolute path; write file:/sys/class/gpio/gpio17/value");
    }
    return Path.of(text);
  }

  private static boolean yes(DeviceSettings settings, String option)
      throws DeviceConfigurationException {
    return switch (settings.option(option, "no").toLowerCase(Locale.ROOT)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw settings.badOption(option, "is neither yes nor no");
    };
  }

  private static int number(DeviceSettings settings, String option, String usual, int most)
      throws DeviceConfigurationException {
    String typed = settings.option(option, usual);
    if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > most) {
      throw settings.badOption(option, "is no number from 0 to " + most);
    }
    return Integer.parseInt(typed);
  }

  private static byte[] hex(DeviceSettings settings, String option)
      throws DeviceConfigurationException {
    String typed = settings.option(option, "").replace(" ", "");
    if (typed.length() > 64 || !typed.matches("([0-9A-Fa-f]{2})*")) {
      throw settings.badOption(option, "is no bytes; write up to 32 in hexadecimal, such as 3F0D");
    }
    return HexFormat.of().parseHex(typed);
  }
}
