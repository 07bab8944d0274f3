package org.openhall.kiosk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.shell.Language;

/**
 * What the command line says.
 *
 * @param data the terminal's data folder
 * @param window where the window stands, or empty for the whole screen
 * @param language the language in which every visit begins
 * @param onceFirstFrame ends the program when the first frame has been drawn
 * @param help wants to be told how to call the program; nothing else counts then
 */
record KioskOptions(
    Path data,
    Optional<WindowBounds> window,
    Language language,
    boolean onceFirstFrame,
    boolean help) {

  static final String USAGE =
      """
      The citizens' terminal.

        kiosk --data DIR [--window WxH+X+Y] [--lang zh-CN|en] [--once-first-frame]

        --data DIR            the terminal's data folder; content/, status/ and terminal.json are
                              looked for in it, and terminal.properties unless it lies elsewhere
        --window WxH+X+Y      size and place of the window, e.g. 540x960+0+0; the whole screen if
                              left out
        --lang zh-CN|en       the language in which every visit begins (zh-CN)
        --once-first-frame    end when the first frame has been drawn
        --help                this text

      Devices are named in terminal.properties, for example:
        id-card-reader=sdt:serial:/dev/ttyUSB0@115200
        receipt-printer=escpos:tcp:127.0.0.1:9100
        terminal.place=示例市政务服务中心 1楼
        terminal.point=f1-open        (where it stands on the hall's map)
      """;

  /** Reads the command line; the message of the exception says what is wrong with it. */
  static KioskOptions parse(List<String> arguments) throws BadOptionException {
    Reading reading = new Reading();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      reading.take(rest.pop(), rest);
    }
    return reading.options();
  }

  /** A command line that cannot be followed. */
  static final class BadOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    BadOptionException(String message) {
      super(message);
    }
  }

  /** What has been read so far. */
  private static final class Reading {
    private @Nullable Path data;
    private Optional<WindowBounds> window = Optional.empty();
    private Language language = Language.CHINESE;
    private boolean onceFirstFrame;
    private boolean help;

    void take(String option, Deque<String> rest) throws BadOptionException {
      switch (option) {
        case "--help" -> help = true;
        case "--once-first-frame" -> onceFirstFrame = true;
        case "--data" -> data = Path.of(value(option, rest));
        case "--window" -> window = Optional.of(bounds(value(option, rest)));
        case "--lang" -> language = language(value(option, rest));
        default ->
            throw new BadOptionException("unknown option " + option + "; --help lists the options");
      }
    }

    KioskOptions options() throws BadOptionException {
      if (data == null && !help) {
        throw new BadOptionException("--data DIR is missing; it names the terminal's data folder");
      }
      Path folder = data == null ? Path.of("") : data;
      return new KioskOptions(folder, window, language, onceFirstFrame, help);
    }

    private static String value(String option, Deque<String> rest) throws BadOptionException {
      if (rest.isEmpty()) {
        throw new BadOptionException(option + " needs a value; --help shows which");
      }
      return rest.pop();
    }

    private static WindowBounds bounds(String text) throws BadOptionException {
      return WindowBounds.parse(text)
          .orElseThrow(() ->
              new BadOptionException(
                  "--window " + text + " is not of the form WxH+X+Y, e.g. 540x960+0+0"));
    }

    private static Language language(String text) throws BadOptionException {
      return switch (text) {
        case "zh-CN" -> Language.CHINESE;
        case "en" -> Language.ENGLISH;
        default -> throw new BadOptionException("--lang " + text + " is neither zh-CN nor en");
      };
    }
  }
}
