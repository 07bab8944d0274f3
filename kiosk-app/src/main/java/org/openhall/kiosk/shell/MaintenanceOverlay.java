package org.openhall.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;

/** Says that the terminal is out of service while its maintenance door is open. */
final class MaintenanceOverlay extends StackPane {
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label other = new Label();

  MaintenanceOverlay() {
    setId("maintenance-overlay");
    getStyleClass().add("maintenance");
    title.getStyleClass().add("sheet-title");
    text.getStyleClass().add("sheet-text");
    other.getStyleClass().add("sheet-text");
    VBox sheet = new VBox(Icon.ALERT.node(112, Palette.BLUE), title, text, other);
    for (Label label : new Label[] {title, text, other}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  /** Says everything in the present language, and the least of it in the other. */
  void say(Messages words) {
    title.setText(words.text("maintenance.title"));
    text.setText(words.text("maintenance.text"));
    other.setText(words.text("maintenance.other"));
  }
}
