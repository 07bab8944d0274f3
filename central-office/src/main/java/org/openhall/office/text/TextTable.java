package org.openhall.office.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table for a terminal: columns aligned by display width, where a Chinese character takes two.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final Pattern WORKING = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,.]*");

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column headings. */
  public TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row. */
  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(printable(cell.toString()));
    }
    rows.add(row);
  }

  /** What others say is shown to a person: it works no window, and turns no direction. */
  public static String printable(String text) {
    return WORKING.matcher(text).replaceAll(" ");
  }

  /** The table as lines, headings underlined. */
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, widths));
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  /** Columns a text takes on a terminal: two for East Asian wide characters, one for others. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int codePoint) {
    boolean fullWidthForm = codePoint >= 0xFF01 && codePoint <= 0xFF60;
    boolean punctuation = codePoint >= 0x3000 && codePoint <= 0x303F;
    boolean han = UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    return han || punctuation || fullWidthForm ? 2 : 1;
  }

  private int[] widths() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String padding = " ".repeat(widths[i] - width(cell));
      line.append(isOfNumbers(i) ? padding + cell : cell + padding).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private boolean isOfNumbers(int column) {
    return rows.stream().skip(1).allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  private static String rule(int[] widths) {
    StringBuilder rule = new StringBuilder();
    for (int width : widths) {
      rule.append("─".repeat(width)).append(GAP);
    }
    return rule.toString().stripTrailing();
  }
}
