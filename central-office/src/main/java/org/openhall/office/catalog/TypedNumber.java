package org.openhall.office.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document number as people type it and as sources write it: 豫政〔2021〕2号 is also 豫政 〔2021〕 2 号 and
 * 豫政（2021）2号, and 省政府令第65号 is 省政府令 第65号.
 */
public final class TypedNumber {
  /** Of any kind, as they stand within a class of a pattern. */
  static final String BRACKETS = "\\[\\]〔〕()（）【】{}｛｝";

  private static final String OPEN = "[\\[〔(（【{｛]";
  private static final String CLOSE = "[\\]〕)）】}｝]";

  private static final Pattern NUMBER =
      Pattern.compile(
          OPEN + "\\s*\\d{4}\\s*" + CLOSE + "\\s*第?\\s*\\d{1,5}(\\s*号)?|第\\s*\\d{1,5}\\s*号");

  private static final Pattern BETWEEN_KINDS =
      Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)|(?<=第)|(?=第)");

  /** What stands between the parts of a number, in words that are small letters already. */
  private static final String BETWEEN = " \u3000" + BRACKETS.replace("\\", "");

  private TypedNumber() {}

  /** The words of what was typed; a number within it that has spaces is one word. */
  public static List<String> words(String typed) {
    String joined =
        NUMBER
            .matcher(typed)
            .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("\\s+", "")));
    return Arrays.stream(joined.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether a number stands in a word. */
  static boolean isIn(String word) {
    return NUMBER.matcher(word).find();
  }

  /** The pairs of letters that a word has, however its number is written. */
  static List<String> letters(String word) {
    return BETWEEN_KINDS
        .splitAsStream(word)
        .filter(part -> part.length() > 1)
        .flatMap(part -> Letters.of(part).stream())
        .distinct()
        .toList();
  }

  /** The word with nothing between the parts of its number: what {@link #column} contains. */
  static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .chars()
        .filter(letter -> BETWEEN.indexOf(letter) < 0)
        .forEach(letter -> folded.append((char) letter));
    return folded.toString();
  }

  /** A column of small letters, in SQL, with nothing between the parts of numbers. */
  static String column(String column) {
    String sql = column;
    for (int at = 0; at < BETWEEN.length(); at++) {
      sql = "replace(" + sql + ", '" + BETWEEN.charAt(at) + "', '')";
    }
    return sql;
  }
}
