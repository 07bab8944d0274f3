package org.openhall.office.lint;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citizen's number of which some characters are hidden.
 *
 * @param start where it begins in its text
 * @param end behind it
 * @param visible how many of its characters can be read
 */
record MaskedId(int start, int end, int visible) {
  /** Region and day of birth: with them and a name it is a matter of a few thousand attempts. */
  private static final int TOO_MUCH = 14;

  private static final Pattern MASKED =
      Pattern.compile(
          "(?<![0-9A-Za-z])[0-9]{1,16}(?:[*＊×●•]{2,17}|[xX]{4,17})[0-9]{0,6}[0-9Xx]?(?![0-9A-Za-z*])");

  /** Hands on all of them. */
  static void forEach(String text, Consumer<MaskedId> found) {
    if (text.chars().noneMatch(c -> DigitRun.isMask((char) c) || c == 'x' || c == 'X')) {
      return;
    }
    for (Matcher m = MASKED.matcher(text); m.find(); ) {
      if (m.end() - m.start() == CheckDigits.ID) {
        long visible = m.group().chars().filter(c -> c >= '0' && c <= '9').count();
        found.accept(new MaskedId(m.start(), m.end(), (int) visible));
      }
    }
  }

  boolean isWeak() {
    return visible >= TOO_MUCH;
  }
}
