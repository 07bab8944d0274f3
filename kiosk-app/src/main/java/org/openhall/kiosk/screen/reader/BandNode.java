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
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.ShownLabel;
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
   * @param words what to mark, or null
   * @param sideways how far the table was moved; the same for every band of a table
   */
  BandNode(Piece.Band band, double width, @Nullable String words, DoubleProperty sideways) {
    getStyleClass().add("table-band");
    if (band.caption() != null) {
      Label caption = new ShownLabel(band.caption());
      caption.setWrapText(true);
      caption.setMinHeight(USE_PREF_SIZE);
      caption.getStyleClass().add("table-caption");
      getChildren().add(caption);
    }
    double[] columns = ColumnWidths.fill(band.columns(), width - BORDER);
    wide = Arrays.stream(columns).sum() > width - BORDER;
    GridPane grid = grid(band.grid(), columns, words);
    getChildren().add(new SidewaysPane(grid, sideways));
  }

  /** Says over the table that it is wider than the page, where it is. */
  void hint(Label words) {
    if (wide) {
      getChildren().add(getChildren().size() - 1, words);
    }
  }

  private static GridPane grid(TableGrid table, double[] columns, @Nullable String words) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table-grid");
    for (double column : columns) {
      ColumnConstraints constraints = new ColumnConstraints(column, column, column);
      grid.getColumnConstraints().add(constraints);
    }
    for (TableGrid.Placed cell : table.cells()) {
      grid.add(cell(cell, words), cell.column(), cell.row(), cell.columnSpan(), cell.rowSpan());
    }
    return grid;
  }

  private static Region cell(TableGrid.Placed placed, @Nullable String words) {
    String said = placed.cell().text();
    HighlightedText text = new HighlightedText(said, words, "table-text");
    text.setMaxHeight(USE_PREF_SIZE);
    StackPane cell = new StackPane(text);
    cell.getStyleClass().add(placed.cell().header() ? "table-header" : "table-cell");
    if (FIGURE.matcher(said).matches()) {
      cell.getStyleClass().add("table-figure");
    }
    return cell;
  }
}
