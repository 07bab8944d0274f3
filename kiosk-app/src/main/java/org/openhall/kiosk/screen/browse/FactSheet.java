package org.openhall.kiosk.screen.browse;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;

/** The facts over a document: one below the other when upright, in two columns when lying. */
public final class FactSheet extends GridPane {
  private static final double GAP = 64;

  public FactSheet(KioskContext context, List<Fact> facts) {
    setHgap(GAP);
    int columns = context.orientation() == Orientation.PORTRAIT ? 1 : 2;
    int rows = Math.ceilDiv(facts.size(), columns);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(share);
      List<Fact> part = facts.subList(column * rows, Math.min(facts.size(), (column + 1) * rows));
      FactTable table = new FactTable(part, context.text("fact.missing"));
      GridPane.setValignment(table, VPos.TOP);
      add(table, column, 0);
    }
  }
}
