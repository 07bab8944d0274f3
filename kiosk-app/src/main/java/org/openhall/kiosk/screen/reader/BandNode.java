package org.openhall.kiosk.screen.reader;

import java.util.Arrays;
import java.util.regex.Pattern;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.SidewaysPane;

/**
 * Some rows of a table, drawn with their spans. The columns share the width by what stands in them;
 * where even the narrowest do not fit, the table keeps its size and is moved sideways.
 */
final class BandNode extends VBox {
  private static final double BORDER = 2;
  private static final Pattern FIGURE = Pattern.compile("[0-9０-９.,，%％/—-]+");

  private final boolean wide;

  /**
   * Draws a band.
   *
   * @param width pixels at hand
   * @param sideways how far the table was moved; the same for every band of a table
   */
  BandNode(Piece.Band band, double width, Marks marks, DoubleProperty sideways) {
    getStyleClass().add("table-band");
    if (band.caption() != null) {
      getChildren().add(marks.text(0, band.caption(), "table-caption"));
    }
    double[] columns = ColumnWidths.fill(band.columns(), width - BORDER);
    wide = Arrays.stream(columns).sum() > width - BORDER;
    GridPane grid = grid(band, columns, marks);
    getChildren().add(new SidewaysPane(grid, sideways));
  }

  /** Says over the table that it is wider than the page, where it is. */
  void hint(Label words) {
    if (wide) {
      getChildren().add(getChildren().size() - 1, words);
    }
  }

  private static GridPane grid(Piece.Band band, double[] columns, Marks marks) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table-grid");
    for (double column : columns) {
      ColumnConstraints constraints = new ColumnConstraints(column, column, column);
      grid.getColumnConstraints().add(constraints);
    }
    int number = band.firstCell();
    for (TableGrid.Placed cell : band.grid().cells()) {
      Region drawn = cell(cell, marks.text(number++, cell.cell().text(), "table-text"));
      grid.add(drawn, cell.column(), cell.row(), cell.columnSpan(), cell.rowSpan());
    }
    return grid;
  }

  private static Region cell(TableGrid.Placed placed, HighlightedText text) {
    text.setMaxHeight(USE_PREF_SIZE);
    StackPane cell = new StackPane(text);
    cell.getStyleClass().add(placed.cell().header() ? "table-header" : "table-cell");
    if (FIGURE.matcher(placed.cell().text()).matches()) {
      cell.getStyleClass().add("table-figure");
    }
    return cell;
  }
}
