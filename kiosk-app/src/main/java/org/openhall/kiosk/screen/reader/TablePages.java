package org.openhall.kiosk.screen.reader;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.openhall.content.Block;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/** A table by itself, however long, drawn as in a document. */
public final class TablePages {
  private static final double MARGIN = 40;
  private static final double GAP = 32;

  private TablePages() {}

  /** A list that scrolls through the table. */
  public static Region of(KioskContext context, Block.Table table) {
    double width = context.orientation().width() - 2 * MARGIN;
    DoubleProperty sideways = new SimpleDoubleProperty();
    TouchList<Piece> list =
        new TouchList<>(piece -> row(context, (Piece.Band) piece, width, sideways));
    list.setId("file-table");
    list.showFromTop(Piece.of(List.of(table)));
    return list;
  }

  private static Region row(
      KioskContext context, Piece.Band band, double width, DoubleProperty sideways) {
    BandNode node = new BandNode(band, width, Marks.NONE, sideways);
    if (band.first()) {
      Label hint = new ShownLabel(context.text("reader.table.wide"));
      hint.getStyleClass().add("table-hint");
      node.hint(hint);
    }
    StackPane row = new StackPane(node);
    row.setPadding(new Insets(band.first() ? GAP : 0, MARGIN, 0, MARGIN));
    return row;
  }
}
