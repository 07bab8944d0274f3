package org.openhall.kiosk.screen.hall;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.openhall.content.HallMap;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** A line of the list of windows: number, name, department, what is handled there. */
final class WindowRow extends HBox {

  WindowRow(KioskContext context, HallMap.Window window, Runnable open) {
    super(24);
    setId("window-" + window.id());
    getStyleClass().add("window-row");
    setAlignment(Pos.CENTER_LEFT);
    Label number = new ShownLabel(window.id());
    number.getStyleClass().add("window-number");
    number.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(6, heading(context, window));
    if (window.departmentName() != null) {
      words.getChildren().add(ShownLabel.wrapping(window.departmentName(), "record-label"));
    }
    if (!window.services().isEmpty()) {
      List<String> services = window.services();
      words
          .getChildren()
          .add(ShownLabel.wrapping(String.join(context.text("comma"), services), "record-value"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(number, words);
    Tap.on(this, open);
  }

  private static HBox heading(KioskContext context, HallMap.Window window) {
    Label name = ShownLabel.wrapping(window.name(), "record-title");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox heading = new HBox(16, name);
    if (window.lowCounter()) {
      heading.getChildren().add(new Badge(context.text("hall.low-counter")));
    }
    return heading;
  }
}
