package org.openhall.kiosk.screen.receipt;

/**
 * The line that a code begins with, so that it stands alone: the title, which of how many it is,
 * and who issued what it carries.
 */
public final class CodeHead {
  /** Code points of a title that go into a code. */
  public static final int MOST_TITLE = 40;

  private static final int MOST_ISSUER = 30;

  private CodeHead() {}

  /**
   * The line, without a line feed.
   *
   * @param number which code, from 1
   * @param all how many there are
   * @param issuer who issued it; empty where nobody is known
   */
  public static String of(String title, int number, int all, String issuer) {
    String head = shortened(title, MOST_TITLE) + "（" + number + "/" + all + "）";
    return issuer.isEmpty() ? head : head + "\u3000" + shortened(issuer, MOST_ISSUER);
  }

  private static String shortened(String text, int most) {
    String line = text.replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
