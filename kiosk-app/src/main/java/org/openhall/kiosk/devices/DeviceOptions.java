package org.openhall.kiosk.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openhall.device.SelfTest;

/**
 * What the command line says.
 *
 * @param data the terminal's data folder
 * @param words the command and what follows it
 * @param seconds how long, or -1 where nothing is said
 */
record DeviceOptions(Path data, List<String> words, boolean json, Locale locale, int seconds) {

  static final String USAGE =
      """
      The devices of this terminal, for technicians. A running kiosk is asked, for it owns the
      ports; where none runs they are opened here, as terminal.properties names them.

        device [--data DIR] [--json] [--lang zh-CN|en] COMMAND

        list                          the devices, one line each
        status [KEY]                  what is known of them: health, supplies, counters
        watch [KEY] [--seconds N]     what happens at them, until N seconds or Ctrl-C
        self-test KEY [internal|external|interactive]
                                      what the device says of itself; prints a page too; asks
                                      you to do something too
        read-card [KEY] [--seconds N] waits for a card (30) and shows of it what is masked; without
                                      KEY at the reader of identity cards, if there is one
        print FILE                    prints a text; "# " begins a heading, "---" is a rule,
                                      "@qr " a code
        record KEY FILE [--seconds N] writes what went over its line of late, and in the next N
                                      seconds; what is personal was replaced before it was kept
        settings                      names every line of the settings that the kiosk cannot
                                      follow; no port is opened
        replay FILE                   plays a recording to its driver; no port is opened

      KEY is a device's name in terminal.properties, e.g. id-card-reader. --json prints one JSON
      object a line, the result last. Exit: 0 well, 1 not, 2 not understood.
      """;

  private static final int CARD_SECONDS = 30;
  private static final long LARGEST_PRINT = 16 << 10;

  /** A command line that cannot be followed. */
  static final class BadCallException extends Exception {
    private static final long serialVersionUID = 1L;

    BadCallException(String message) {
      super(message + "; --help shows how");
    }
  }

  static DeviceOptions parse(List<String> arguments) throws BadCallException {
    Map<String, String> options = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (Set.of("--data", "--lang", "--seconds").contains(word)) {
        if (++i == arguments.size()) {
          throw new BadCallException(word + " needs a value");
        }
        options.put(word, arguments.get(i));
      } else if (Set.of("--json", "--help").contains(word)) {
        options.put(word, "");
      } else if (word.startsWith("--")) {
        throw new BadCallException("unknown option " + word);
      } else {
        words.add(word);
      }
    }
    return of(options, words);
  }

  private static DeviceOptions of(Map<String, String> options, List<String> words)
      throws BadCallException {
    if (options.containsKey("--help") || words.isEmpty()) {
      words.clear();
    }
    String seconds = options.getOrDefault("--seconds", "-1");
    if (!seconds.matches("-1|[0-9]{1,3}")
        || Integer.parseInt(seconds) > DeviceRequest.MOST_SECONDS) {
      throw new BadCallException("--seconds is 0 to " + DeviceRequest.MOST_SECONDS);
    }
    Locale locale =
        switch (options.getOrDefault("--lang", "zh-CN")) {
          case "zh-CN" -> Locale.SIMPLIFIED_CHINESE;
          case "en" -> Locale.ENGLISH;
          default -> throw new BadCallException("--lang is zh-CN or en");
        };
    return new DeviceOptions(
        Path.of(options.getOrDefault("--data", "")).toAbsolutePath().normalize(),
        words,
        options.containsKey("--json"),
        locale,
        Integer.parseInt(seconds));
  }

  boolean help() {
    return words.isEmpty();
  }

  String command() {
    return words.getFirst();
  }

  /** The request of any command but {@code replay}. */
  DeviceRequest request() throws BadCallException, IOException {
    return switch (command()) {
      case "list" -> with(1, new DeviceRequest.Status(""));
      case "status" -> with(2, new DeviceRequest.Status(word(1)));
      case "watch" -> with(2, new DeviceRequest.Watch(word(1), Math.max(seconds, 0)));
      case "self-test" -> with(3, new DeviceRequest.Test(needed(1, "KEY"), level(word(2))));
      case "read-card" ->
          with(2, new DeviceRequest.ReadCard(word(1), seconds < 0 ? CARD_SECONDS : seconds));
      case "print" -> with(2, new DeviceRequest.Print(text(Path.of(needed(1, "FILE")))));
      case "record" -> {
        needed(2, "FILE");
        yield with(3, new DeviceRequest.Trace(needed(1, "KEY"), Math.max(seconds, 0)));
      }
      default -> throw new BadCallException("unknown command " + command());
    };
  }

  /** The file of {@code record} or {@code replay}. */
  Path file() throws BadCallException {
    return Path.of(needed(command().equals("record") ? 2 : 1, "FILE"));
  }

  private DeviceRequest with(int mostWords, DeviceRequest request) throws BadCallException {
    if (words.size() > mostWords) {
      throw new BadCallException("'" + words.get(mostWords) + "' is too much");
    }
    return request;
  }

  private String word(int at) {
    return words.size() > at ? words.get(at) : "";
  }

  private String needed(int at, String name) throws BadCallException {
    if (words.size() <= at) {
      throw new BadCallException(command() + " needs " + name);
    }
    return words.get(at);
  }

  private static SelfTest level(String word) throws BadCallException {
    return switch (word) {
      case "", "internal" -> SelfTest.INTERNAL;
      case "external" -> SelfTest.EXTERNAL;
      case "interactive" -> SelfTest.INTERACTIVE;
      default -> throw new BadCallException("a self test is internal, external or interactive");
    };
  }

  private static List<String> text(Path file) throws BadCallException, IOException {
    if (Files.size(file) > LARGEST_PRINT) {
      throw new BadCallException(file + " is larger than " + LARGEST_PRINT + " bytes");
    }
    return Files.readAllLines(file);
  }
}
