package org.openhall.kiosk.widget;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Choices in one row that a finger moves sideways; without choices there is no row. */
public final class ChipRow extends StackPane {
  private static final double GAP = 16;

  private final DoubleProperty offset = new SimpleDoubleProperty();
  private final HBox row = new HBox(GAP);

  /** An empty row. */
  public ChipRow() {
    getStyleClass().add("chip-row");
    getChildren().add(new SidewaysPane(row, offset));
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Shows these choices, the first at the left. */
  public void setChips(List<Chip> chips) {
    offset.set(0);
    row.getChildren().setAll(chips.stream().map(ChipRow::node).toList());
    setVisible(!chips.isEmpty());
  }

  private static Region node(Chip chip) {
    Region node = ChipBar.chipNode(chip);
    node.setMinWidth(USE_PREF_SIZE);
    return node;
  }
}
