package org.openhall.office.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Digits of a text that stand together, half or full width: one number or, by single spaces or
 * hyphens, several groups of one.
 *
 * @param text the whole text
 * @param start of its first digit
 * @param end behind its last
 * @param digits the digits alone, half width, with an X behind them where one stands there
 * @param groups lengths of the groups, in order
 */
record DigitRun(String text, int start, int end, String digits, List<Integer> groups) {
  /** Shorter ones are nobody's number. */
  static final int SHORTEST = 11;

  private static final int LONGEST = 23;
  private static final String SEPARATORS = " -\u3000\u2010\u2011\u2013";
  private static final String JOINTS = "_./=&#@%\\+~";

  DigitRun {
    groups = List.copyOf(groups);
  }

  /** Hands on every run of a text that is long enough to be a person's number. */
  static void forEach(String text, Consumer<DigitRun> found) {
    int at = 0;
    while (at < text.length()) {
      if (digit(text.charAt(at)) < 0) {
        at++;
      } else {
        Scan scan = new Scan(text, at);
        scan.groups.forEach(found);
        at = scan.end;
      }
    }
  }

  /** The digit that a character is, or -1. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  boolean isOneGroup() {
    return groups.size() == 1;
  }

  /** What stands right before it; a space where it begins the text. */
  char before() {
    return start == 0 ? ' ' : text.charAt(start - 1);
  }

  /** What stands right behind it; a space where it ends the text. */
  char after() {
    return end == text.length() ? ' ' : text.charAt(end);
  }

  /** At most so many characters before it. */
  String wordsBefore(int length) {
    return text.substring(Math.max(0, start - length), start);
  }

  /** At most so many characters behind it. */
  String wordsAfter(int length) {
    return text.substring(end, Math.min(text.length(), end + length));
  }

  /** Whether it is part of something longer: a code with letters, an address, a decimal. */
  boolean isPart() {
    char before = before();
    char after = after();
    return isLetter(before)
        || isLetter(after)
        || isMask(before)
        || isMask(after)
        || (JOINTS.indexOf(before) >= 0 && !standsBetweenNumbers(start - 2, before))
        || (JOINTS.indexOf(after) >= 0 && end + 1 < text.length() && goesOn(end + 1, after));
  }

  /** Whether hyphens join it to other digits, as in a code. */
  boolean isJoined() {
    return (isHyphen(before()) && start > 1 && digit(text.charAt(start - 2)) >= 0)
        || (isHyphen(after()) && end + 1 < text.length() && digit(text.charAt(end + 1)) >= 0);
  }

  private static boolean isHyphen(char c) {
    return c != ' ' && c != '\u3000' && SEPARATORS.indexOf(c) >= 0;
  }

  /** Numbers are often given in a row: {@code 13800138000/13900139000}. */
  private boolean standsBetweenNumbers(int at, char joint) {
    return joint == '/' && (at < 0 || digit(text.charAt(at)) >= 0 || !isLetter(text.charAt(at)));
  }

  private boolean goesOn(int at, char joint) {
    char next = text.charAt(at);
    return isLetter(next) || (joint != '/' && digit(next) >= 0);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 'Ａ' && c <= 'ｚ');
  }

  /** Characters with which digits are hidden. */
  static boolean isMask(char c) {
    return "*＊×●•".indexOf(c) >= 0;
  }

  /** Reads the groups from a first digit on, and hands out each alone and those that belong. */
  private static final class Scan {
    private final String text;
    private final List<DigitRun> groups = new ArrayList<>();
    private int end;

    Scan(String text, int start) {
      this.text = text;
      StringBuilder digits = new StringBuilder();
      List<Integer> lengths = new ArrayList<>();
      int at = start;
      boolean more = true;
      while (more) {
        int from = at;
        StringBuilder group = new StringBuilder();
        while (at < text.length() && digit(text.charAt(at)) >= 0) {
          group.append((char) ('0' + digit(text.charAt(at++))));
        }
        if (at < text.length() && isX(text.charAt(at)) && !goesOnAfterX(at + 1)) {
          group.append('X');
          at++;
        }
        digits.append(group);
        lengths.add(group.length());
        add(from, at, group, List.of(group.length()));
        more =
            at + 1 < text.length()
                && SEPARATORS.indexOf(text.charAt(at)) >= 0
                && digit(text.charAt(at + 1)) >= 0;
        end = at;
        at++;
      }
      if (lengths.size() > 1) {
        add(start, end, digits, lengths);
      }
    }

    private void add(int from, int until, StringBuilder digits, List<Integer> lengths) {
      if (digits.length() >= SHORTEST && digits.length() <= LONGEST) {
        groups.add(new DigitRun(text, from, until, digits.toString(), lengths));
      }
    }

    private static boolean isX(char c) {
      return c == 'X' || c == 'x' || c == 'Ｘ' || c == 'ｘ';
    }

    private boolean goesOnAfterX(int at) {
      return at < text.length() && (isLetter(text.charAt(at)) || digit(text.charAt(at)) >= 0);
    }
  }
}
