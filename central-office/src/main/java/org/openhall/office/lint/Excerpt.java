package org.openhall.office.lint;

/** A place of a text as a list of findings may show it: no long number in it is legible. */
final class Excerpt {
  private static final int BEFORE = 14;
  private static final int BEHIND = 8;
  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 2;
  private static final int SHORTEST_MASKED = DigitRun.SHORTEST;

  private Excerpt() {}

  /** What stands from start to end, with a few characters around it; numbers are masked. */
  static String of(String text, int start, int end) {
    int from = whole(text, Math.max(0, start - BEFORE));
    int until = whole(text, Math.min(text.length(), end + BEHIND));
    String shown = masked(text.substring(from, until));
    return (from > 0 ? "…" : "") + shown + (until < text.length() ? "…" : "");
  }

  /** Neither a surrogate pair nor a number is cut in two: half a number is none to be masked. */
  private static int whole(String text, int at) {
    int whole = at;
    while (whole > 0 && whole < text.length() && isCut(text, whole)) {
      whole--;
    }
    return whole;
  }

  private static boolean isCut(String text, int at) {
    boolean inNumber =
        DigitRun.digit(text.charAt(at)) >= 0 && DigitRun.digit(text.charAt(at - 1)) >= 0;
    return inNumber || Character.isLowSurrogate(text.charAt(at));
  }

  /** Of every number of eleven digits and more only the first three and the last two are left. */
  static String masked(String text) {
    StringBuilder shown = new StringBuilder(text.replaceAll("\\p{Cntrl}", " "));
    int at = 0;
    while (at < shown.length()) {
      int end = at;
      while (end < shown.length() && belongs(shown.charAt(end), end > at)) {
        end++;
      }
      mask(shown, at, end);
      at = end + 1;
    }
    return shown.toString();
  }

  /** Digits, and what may stand between the groups of one number. */
  private static boolean belongs(char c, boolean inside) {
    return DigitRun.digit(c) >= 0 || (inside && " -Xx".indexOf(c) >= 0);
  }

  private static void mask(StringBuilder shown, int from, int until) {
    long digits =
        shown.substring(from, until).chars().filter(c -> DigitRun.digit((char) c) >= 0).count();
    if (digits < SHORTEST_MASKED) {
      return;
    }
    int seen = 0;
    for (int i = from; i < until; i++) {
      if (DigitRun.digit(shown.charAt(i)) >= 0) {
        seen++;
        if (seen > SHOWN_FIRST && seen <= digits - SHOWN_LAST) {
          shown.setCharAt(i, '*');
        }
      }
    }
  }
}
