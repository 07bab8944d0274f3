package org.openhall.office.catalog;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.openhall.office.catalog.Finding.Kind;

/**
 * Repairs one text exactly where real sources are known to be broken, and notes what it did. Every
 * other character stays as it is: brackets, full-width digits, double spaces, rare characters.
 */
final class TextRepair {
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>");
  private static final Pattern WEB_PAGE =
      Pattern.compile("<(!doctype|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n\\u2028\\u2029]\\s*");
  private static final Pattern TORN_ATTRIBUTE = Pattern.compile("^([^<>]+)\">(.+)$");
  private static final int MOST_LAYERS_OF_ENTITIES = 4;

  private final Row row;
  private final String field;

  TextRepair(Row row, String field) {
    this.row = row;
    this.field = field;
  }

  /** The text on one line, without outer spaces. */
  String line(String raw) throws RefusedRowException {
    if (isClean(raw)) {
      return raw;
    }
    String text = stripped(withoutMarkup(raw));
    text = withoutLineBreaks(text);
    return stripped(withoutInvisibles(text));
  }

  private static boolean isClean(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (isSuspect(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
  }

  private static boolean isSuspect(char c) {
    if (c < 0x80) {
      return c < ' ' || c == '&' || c == '<' || c == '>' || c == 0x7F;
    }
    return c <= 0xA0 || Character.isSpaceChar(c) || isInvisible(c) || isPrivateUse(c);
  }

  /** Of the basic plane, or the first half of a character of the planes 15 and 16. */
  private static boolean isPrivateUse(char c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xDB80 && c <= 0xDBFF);
  }

  /**
   * Zero-width space, word joiner, byte order mark, soft hyphen. The joiners U+200C and U+200D
   * stay: minority scripts are written with them.
   */
  private static boolean isInvisible(char c) {
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD || isDirectionMark(c);
  }

  /**
   * Marks that turn the direction of the text after them: a Chinese text has no honest use for one.
   */
  private static boolean isDirectionMark(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private String withoutMarkup(String raw) throws RefusedRowException {
    String text = decoded(raw);
    if (text.indexOf('>') < 0) {
      return text;
    }
    if (WEB_PAGE.matcher(text).find()) {
      throw new RefusedRowException(Kind.WEB_PAGE, field, text);
    }
    if (TAG.matcher(text).find()) {
      row.note(Kind.TAG, field, raw);
      text = Jsoup.parseBodyFragment(text).text();
    }
    return withoutTornAttribute(text);
  }

  private String decoded(String raw) {
    String text = raw;
    for (int i = 0; i < MOST_LAYERS_OF_ENTITIES && ENTITY.matcher(text).find(); i++) {
      text = Parser.unescapeEntities(text, false);
    }
    if (!text.equals(raw)) {
      row.note(Kind.ENTITY, field, raw);
    }
    return text;
  }

  /** {@code （已失效）">某某通知（已失效）}: a title attribute torn open. Nothing is lost by dropping it. */
  private String withoutTornAttribute(String text) {
    Matcher torn = TORN_ATTRIBUTE.matcher(text);
    if (!torn.matches() || !torn.group(2).contains(torn.group(1))) {
      return text;
    }
    row.note(Kind.TORN_ATTRIBUTE, field, text);
    return torn.group(2);
  }

  /** Chinese is joined as it is set; only between two Latin words or numbers a space is needed. */
  private String withoutLineBreaks(String text) {
    Matcher breaks = LINE_BREAK.matcher(text);
    if (!breaks.find()) {
      return text;
    }
    row.note(Kind.LINE_BREAK, field, text);
    return breaks.replaceAll(found -> isBetweenLatin(text, found) ? " " : "");
  }

  private static boolean isBetweenLatin(String text, MatchResult found) {
    return found.start() > 0
        && found.end() < text.length()
        && isLatin(text.charAt(found.start() - 1))
        && isLatin(text.charAt(found.end()));
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private String withoutInvisibles(String text) {
    StringBuilder legible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSuspect(c) || c == '&' || c == '<' || c == '>') {
        legible.append(c);
      } else {
        legible.append(instead(c, text));
      }
    }
    return legible.toString();
  }

  /** What takes the place of a suspect character. */
  private String instead(char c, String text) {
    if (isPrivateUse(c)) {
      row.note(Kind.PRIVATE_USE, field, text);
      return String.valueOf(c);
    }
    if (Character.isSpaceChar(c) || c == '\t') {
      row.note(Kind.OTHER_SPACE, field, text);
      return " ";
    }
    if (Character.isISOControl(c)) {
      row.note(Kind.CONTROL_CHARACTER, field, text);
      return "";
    }
    row.note(Kind.ZERO_WIDTH, field, text);
    return "";
  }

  private String stripped(String text) {
    String stripped = text.strip();
    if (!stripped.equals(text) && !stripped.isEmpty()) {
      row.note(Kind.OUTER_SPACE, field, text);
    }
    return stripped;
  }
}
