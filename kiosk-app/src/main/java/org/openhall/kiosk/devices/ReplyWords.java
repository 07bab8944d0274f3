package org.openhall.kiosk.devices;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.device.DeviceHealth;
import org.openhall.device.SelfTestOutcome.Finding;

/** Replies in words, for a technician. */
final class ReplyWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Locale locale;
  private final boolean brief;
  private final ResourceBundle words;

  /**
   * Words of a language.
   *
   * @param brief one line for each device
   */
  ReplyWords(Locale locale, boolean brief) {
    this.locale = locale;
    this.brief = brief;
    words = ResourceBundle.getBundle("org.openhall.kiosk.devices.words", locale);
  }

  String of(DeviceReply reply) {
    return switch (reply) {
      case DeviceReply.Status status when status.devices().isEmpty() -> word("none");
      case DeviceReply.Status status -> status(status);
      case DeviceReply.Event event ->
          String.join(
              "  ",
              time(event.at()),
              event.key(),
              "#" + event.sequence(),
              word("event." + event.what()),
              note(event.about()));
      case DeviceReply.Asked asked -> "→ " + asked.prompt().words(locale);
      case DeviceReply.Tested tested -> tested(tested);
      case DeviceReply.Card card -> card(card);
      case DeviceReply.Printed printed -> printed(printed);
      case DeviceReply.Traced traced -> traced.text();
      case DeviceReply.Played played -> played(played);
      case DeviceReply.Refused(var reason, String about) ->
          MessageFormat.format(word("refused." + reason), about);
    };
  }

  String recorded(Path file, long entries) {
    return MessageFormat.format(word("recorded"), file, entries);
  }

  private String status(DeviceReply.Status status) {
    StringJoiner lines = new StringJoiner("\n");
    for (DeviceReply.Shown device : status.devices()) {
      lines.add(device.key() + "  " + device.driver() + "  " + device.health().words(locale));
      if (!brief) {
        details(device, lines);
      }
    }
    return lines.toString();
  }

  private void details(DeviceReply.Shown device, StringJoiner lines) {
    line(lines, "since", time(device.health().since()));
    line(lines, "code", device.health().code());
    line(lines, "life", word("life." + device.life()));
    line(lines, "media", known(device.media(), "media."));
    line(lines, "sense", sense(device));
    named(device.supplies(), "supply.")
        .forEach((supply, level) -> lines.add("  " + supply + ": " + word("level." + level)));
    named(device.counters(), "counter.")
        .forEach((counter, sum) -> lines.add("  " + counter + ": " + sum));
    named(device.facts(), "fact.")
        .forEach((fact, value) -> lines.add("  " + fact + ": " + wordOr("value." + value, value)));
  }

  private String sense(DeviceReply.Shown device) {
    String usual = known(device.sense(), "sense.");
    return wordOr("sense." + device.kind() + "." + device.sense(), usual);
  }

  private String known(String value, String family) {
    return value.equals("UNKNOWN") ? "" : word(family + value);
  }

  private void line(StringJoiner lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("  " + word(name) + ": " + value);
    }
  }

  /** Names that we know in words, those of a vendor's driver as they are. */
  private <V> Map<String, V> named(Map<String, V> values, String family) {
    Map<String, V> named = new TreeMap<>();
    values.forEach((name, value) -> named.put(wordOr(family + name, name), value));
    return named;
  }

  private String tested(DeviceReply.Tested tested) {
    StringJoiner lines = new StringJoiner("\n");
    for (Finding finding : tested.findings()) {
      String mark = finding.passed() ? "✓ " : "✗ ";
      lines.add((mark + finding.step().words(locale) + "  " + note(finding.note())).strip());
    }
    return lines.add(word("outcome." + tested.outcome())).toString();
  }

  /** What a driver notes are its own words of closed lists, and the device's, which stay. */
  private String note(String note) {
    return Stream.of(note.split(" ", -1)).map(this::noted).collect(Collectors.joining(" "));
  }

  private String noted(String word) {
    for (DeviceHealth.Detail detail : DeviceHealth.Detail.values()) {
      if (detail != DeviceHealth.Detail.NONE && detail.name().equals(word)) {
        return detail.words(locale);
      }
    }
    return Stream.of("supply.", "level.", "note.")
        .map(family -> wordOr(family + word, ""))
        .filter(known -> !known.isEmpty())
        .findFirst()
        .orElse(word);
  }

  private String card(DeviceReply.Card card) {
    String outcome = word("outcome." + card.outcome());
    String told = String.join(" ", card.name(), card.number(), card.cardNumber()).strip();
    return told.isEmpty() ? outcome : outcome + ": " + told.replaceAll(" +", " ");
  }

  private String printed(DeviceReply.Printed printed) {
    String outcome = word("outcome." + printed.outcome());
    return printed.reason().isEmpty()
        ? outcome
        : outcome + ": " + DeviceHealth.Detail.valueOf(printed.reason()).words(locale);
  }

  private String played(DeviceReply.Played played) {
    StringJoiner lines = new StringJoiner("\n");
    for (DeviceReply.Replayed command : played.commands()) {
      String mark = command.then().equals(command.now()) ? "✓ " : "✗ ";
      lines.add(mark + command.command() + "  " + command.then() + " → " + command.now());
    }
    return lines.add(MessageFormat.format(word("played"), played.commands().size())).toString();
  }

  private String word(String key) {
    return words.getString(key);
  }

  private String wordOr(String key, String otherwise) {
    try {
      return words.getString(key);
    } catch (MissingResourceException vendorsOwn) {
      return otherwise;
    }
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
