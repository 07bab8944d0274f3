package org.openhall.kiosk.widget;

import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Labels and values; what the source lacks is said to be missing, never left blank. */
public final class FactTable extends GridPane {
  private static final double LABEL_WIDTH = 208;
  private static final Pattern HYPHEN_IN_NUMBER = Pattern.compile("(?<=\\d)-(?=\\d)");

  /**
   * A table of facts.
   *
   * @param missing the words for a value that the source does not give, e.g. 未提供
   */
  public FactTable(List<Fact> facts, String missing) {
    getStyleClass().add("fact-table");
    ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(labels, values);
    for (int row = 0; row < facts.size(); row++) {
      addRow(row, cell(facts.get(row).label(), "fact-label"), value(facts.get(row), missing));
    }
  }

  private static Label value(Fact fact, String missing) {
    String value = fact.value();
    return value == null || value.isBlank()
        ? cell(missing, "fact-missing")
        : cell(unbroken(value), "fact-value");
  }

  /** Dates and numbers stay in one piece: their hyphens are no place for a new line. */
  private static String unbroken(String value) {
    return HYPHEN_IN_NUMBER.matcher(value).replaceAll("\u2011");
  }

  private static Label cell(String text, String style) {
    Label label = new ShownLabel(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
