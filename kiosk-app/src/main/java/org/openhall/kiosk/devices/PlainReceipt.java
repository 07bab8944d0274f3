package org.openhall.kiosk.devices;

import java.util.ArrayList;
import java.util.List;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;

/** A text as a receipt: {@code # } begins a heading, {@code ---} is a rule. */
final class PlainReceipt {
  private static final String HEADING = "# ";
  private static final String RULE = "---";

  private PlainReceipt() {}

  static Receipt of(List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text) {
      if (line.isBlank()) {
        lines.add(new Line.Feed(1));
      } else if (line.strip().equals(RULE)) {
        lines.add(new Line.Rule());
      } else if (line.startsWith(HEADING)) {
        lines.add(new Line.Heading(line.substring(HEADING.length())));
      } else {
        lines.add(new Line.Text(line));
      }
    }
    return new Receipt(lines);
  }
}
