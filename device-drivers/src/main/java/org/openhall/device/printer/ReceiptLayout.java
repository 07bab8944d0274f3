package org.openhall.device.printer;

import java.util.ArrayList;
import java.util.List;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;

/** Fits the lines of a receipt to the columns of a paper. */
final class ReceiptLayout {

  private static final String RULE = "─";
  private static final int GAP_DOTS = 12;
  private static final String INDENT = "  ";

  private final Profile profile;
  private final int columns;
  private final RasterFonts fonts;

  ReceiptLayout(Profile profile, RasterFonts fonts) {
    this.profile = profile;
    columns = profile.columns();
    this.fonts = fonts;
  }

  List<Row> rows(Receipt receipt) {
    List<Row> rows = new ArrayList<>();
    for (Line line : receipt.lines()) {
      rows.addAll(rows(line));
    }
    return rows;
  }

  private List<Row> rows(Line line) {
    return switch (line) {
      case Line.Heading(String text) -> spaced(text(wrap(text, columns / 2), 2, true));
      case Line.Text(String text) -> plain(wrap(text, columns));
      case Line.Pair(String label, String value) -> plain(pair(label, value));
      case Line.Rule() -> plain(List.of(RULE.repeat(columns / 2)));
      case Line.Feed(int lines) -> List.of(new Row.Feed(lines));
      case Line.Qr(String text) -> List.of(new Row.Drawn(QrRaster.of(text, profile.dots())));
      case Line.Barcode(String text) -> barcode(text);
      case Line.Picture picture ->
          spaced(List.of(new Row.Drawn(PictureRaster.of(picture, profile.dots()))));
    };
  }

  /** With room below: large characters and pictures leave none. */
  private static List<Row> spaced(List<Row> rows) {
    List<Row> spaced = new ArrayList<>(rows);
    spaced.add(new Row.Gap(GAP_DOTS));
    return spaced;
  }

  /** The bars, and under them what they say. */
  private List<Row> barcode(String text) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row.Drawn(BarcodeRaster.of(text, profile.dots())));
    rows.addAll(text(wrap(text, columns), 1, true));
    return rows;
  }

  /** Side by side where they fit, else the value indented under the label. */
  private List<String> pair(String label, String value) {
    List<String> left = wrap(label, columns);
    List<String> right = wrap(value, columns);
    int gap =
        columns
            - PrinterCharset.columns(left.getFirst())
            - PrinterCharset.columns(right.getFirst());
    if (left.size() == 1 && right.size() == 1 && gap >= 1) {
      return List.of(left.getFirst() + " ".repeat(gap) + right.getFirst());
    }
    List<String> rows = new ArrayList<>(left);
    for (String row : wrap(value, columns - INDENT.length())) {
      rows.add(INDENT + row);
    }
    return rows;
  }

  private List<String> wrap(String text, int width) {
    return TextWrap.rows(fonts.shown(text, profile.charset()), width);
  }

  private static List<Row> plain(List<String> texts) {
    return text(texts, 1, false);
  }

  private static List<Row> text(List<String> texts, int size, boolean centred) {
    return texts.stream().<Row>map(text -> new Row.Text(text, size, centred)).toList();
  }
}
