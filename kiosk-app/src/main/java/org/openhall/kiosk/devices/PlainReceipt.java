package org.openhall.kiosk.devices;

import java.util.ArrayList;
import java.util.List;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;

/** A text as a receipt: {@code # } begins a heading, {@code ---} is a rule, {@code @qr } a code. */
final class PlainReceipt {
  private static final String HEADING = "# ";
  private static final String RULE = "---";
  private static final String CODE = "@qr ";

  /** A code takes 1,200 bytes. */
  private static final int LONGEST = 400;

  private PlainReceipt() {}

  static Receipt of(List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text) {
      if (line.isBlank()) {
        lines.add(new Line.Feed(1));
      } else if (line.strip().equals(RULE)) {
        lines.add(new Line.Rule());
      } else if (line.startsWith(CODE)
          && line.length() > CODE.length()
          && line.length() < LONGEST) {
        lines.add(new Line.Qr(line.substring(CODE.length())));
      } else if (line.startsWith(HEADING)) {
        lines.add(new Line.Heading(line.substring(HEADING.length())));
      } else {
        lines.add(new Line.Text(line));
      }
    }
    return new Receipt(lines);
  }

  /** A receipt of words, rules and codes as such a text. */
  static List<String> text(Receipt receipt) {
    List<String> text = new ArrayList<>();
    for (Line line : receipt.lines()) {
      switch (line) {
        case Line.Heading(String words) -> text.add(HEADING + words);
        case Line.Text(String words) -> text.add(words);
        case Line.Pair(String name, String value) -> text.add(name + "  " + value);
        case Line.Rule _ -> text.add(RULE);
        case Line.Qr(String code) -> text.add(CODE + code);
        case Line.Feed _ -> text.add("");
        default -> throw new IllegalArgumentException(line + " is no text");
      }
    }
    return text;
  }
}
