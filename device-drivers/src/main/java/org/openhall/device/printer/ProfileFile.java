package org.openhall.device.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openhall.device.printer.PrinterCharset.Encoding;
import org.openhall.device.printer.PrinterCharset.Font;

/**
 * The text of a profile: {@code key=value} in each line, {@code #} before a remark. Whatever is
 * wrong in it is named with its line, all at once.
 */
final class ProfileFile {

  private static final int LEAST_COLUMNS = 16;
  private static final int MOST_COLUMNS = 80;
  private static final int MOST_DOTS = 1_200;
  private static final String COLUMNS = "columns";
  private static final String DOTS = "dots";
  private static final String CHARSET = "charset";
  private static final String FONT = "font";
  private static final String KANJI_MODE = "kanji-mode";
  private static final String BEGIN = "begin";
  private static final String CUTTER = "cutter";
  private static final String NEAR_END = "near-end-sensor";
  private static final String AUTOMATIC = "automatic-status";
  private static final List<String> KEYS =
      List.of(COLUMNS, DOTS, CHARSET, FONT, KANJI_MODE, BEGIN, CUTTER, NEAR_END, AUTOMATIC);

  private record Value(int line, String text) {}

  private final Map<String, Value> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Profile profile;

  ProfileFile(String key, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      line(i + 1, lines.get(i).strip());
    }
    profile =
        new Profile(
            key,
            number(COLUMNS, LEAST_COLUMNS, MOST_COLUMNS),
            number(DOTS, LEAST_COLUMNS * Profile.COLUMN_DOTS, MOST_DOTS),
            new PrinterCharset(
                choice(CHARSET, Encoding.GB18030, Encoding::named, "GB18030, GBK or UTF-8"),
                choice(FONT, Font.GBK, Font::named, "GB2312, GBK or GB18030"),
                yes(KANJI_MODE)),
            begin(),
            new Profile.Equipment(yes(CUTTER), yes(NEAR_END), yes(AUTOMATIC)));
    if (problems.isEmpty()) {
      requireFitting();
    }
  }

  /** What is wrong, a line of the file each; empty where nothing is. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * What the file says.
   *
   * @throws IllegalStateException where there are problems
   */
  Profile profile() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("; ", problems));
    }
    return profile;
  }

  private void line(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals).strip();
    if (equals < 0) {
      wrong(number, line, "is no key=value");
    } else if (!KEYS.contains(key)) {
      wrong(number, line, "has an unknown key; known are " + KEYS);
    } else {
      Value earlier = values.put(key, new Value(number, line.substring(equals + 1).strip()));
      if (earlier != null) {
        wrong(number, line, "says again what line " + earlier.line() + " says");
      }
    }
  }

  private void wrong(int number, String line, String why) {
    problems.add("line " + number + " \"" + line + "\" " + why);
  }

  private void wrong(String key, String why) {
    Value value = values.getOrDefault(key, new Value(0, ""));
    wrong(value.line(), key + "=" + value.text(), why);
  }

  private Optional<Value> value(String key) {
    Value value = values.get(key);
    if (value == null) {
      problems.add(key + " is missing");
    }
    return Optional.ofNullable(value);
  }

  private int number(String key, int least, int most) {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return least;
    }
    String text = value.get().text();
    if (text.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(key, "wants a whole number from " + least + " to " + most);
    return least;
  }

  private boolean yes(String key) {
    Function<String, Optional<Boolean>> parse =
        text ->
            switch (text) {
              case "yes" -> Optional.of(true);
              case "no" -> Optional.of(false);
              default -> Optional.empty();
            };
    return choice(key, false, parse, "yes or no");
  }

  private <T> T choice(String key, T otherwise, Function<String, Optional<T>> parse, String all) {
    Optional<Value> value = value(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    Optional<T> chosen = parse.apply(value.get().text());
    if (chosen.isEmpty()) {
      wrong(key, "wants " + all);
    }
    return chosen.orElse(otherwise);
  }

  /** The one key that may be left out. */
  private String begin() {
    String hex = values.getOrDefault(BEGIN, new Value(0, "")).text().replace(" ", "");
    try {
      HexFormat.of().parseHex(hex);
      return hex;
    } catch (IllegalArgumentException e) {
      wrong(BEGIN, "wants bytes in hexadecimal, e.g. 1C 28 43");
      return "";
    }
  }

  private void requireFitting() {
    if (profile.dots() % 8 != 0) {
      wrong(DOTS, "wants a multiple of 8");
    }
    if (profile.columns() * Profile.COLUMN_DOTS > profile.dots()) {
      wrong(COLUMNS, "wants no more than " + profile.dots() / Profile.COLUMN_DOTS);
    }
    if (profile.columns() % 2 != 0) {
      wrong(COLUMNS, "wants an even number: a Chinese character takes two");
    }
    PrinterCharset charset = profile.charset();
    if (charset.encoding() == Encoding.GBK && charset.font() == Font.GB18030) {
      wrong(FONT, "has characters for which charset=GBK has no bytes");
    }
    if (charset.encoding() == Encoding.UTF_8 && charset.kanjiMode()) {
      wrong(KANJI_MODE, "is of the double-byte charsets; with UTF-8 write no");
    }
  }
}
