package org.openhall.kiosk.widget;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Choices side by side, in as many lines as they need; each at least 80 pixels high. */
public final class ChipBar extends FlowPane {

  /** An empty bar. */
  public ChipBar() {
    getStyleClass().add("chip-bar");
  }

  /** Shows these choices. */
  public void setChips(List<Chip> chips) {
    getChildren().setAll(chips.stream().map(ChipBar::chipNode).toList());
  }

  static Region chipNode(Chip chip) {
    Label words = new ShownLabel(chip.label());
    words.setWrapText(true);
    HBox node = new HBox(12, words);
    node.setId(chip.id());
    node.setAlignment(Pos.CENTER);
    node.getStyleClass().add("chip");
    if (chip.selected()) {
      node.getStyleClass().add("chip-selected");
    }
    if (chip.count() != null) {
      Label count = new ShownLabel(chip.count());
      count.getStyleClass().add("chip-count");
      count.setMinWidth(USE_PREF_SIZE);
      node.getChildren().add(count);
    }
    Tap.on(node, chip.action());
    return node;
  }
}
