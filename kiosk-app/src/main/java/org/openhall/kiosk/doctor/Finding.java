package org.openhall.kiosk.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that was looked at.
 *
 * @param code of a closed list, a key of the bundle; {@code device.…} takes its words from the
 *     driver library
 * @param about what the words need: names, numbers, times; nothing of a citizen
 */
public record Finding(Area area, Severity severity, String code, List<String> about) {

  public Finding {
    about = List.copyOf(about);
  }

  static Finding of(Area area, Severity severity, String code, Object... about) {
    return new Finding(area, severity, code, Arrays.stream(about).map(String::valueOf).toList());
  }

  /** What was found. */
  public String words(Locale locale) {
    return FindingWords.of(this, locale).found();
  }

  /** What to do next; empty where there is nothing to do. */
  public String next(Locale locale) {
    return FindingWords.of(this, locale).next();
  }
}
