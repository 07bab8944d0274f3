package org.openhall.kiosk.technician;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.shell.Messages;

/** Counts down while the touch panel is off, so that the screen can be wiped. */
final class CleaningOverlay extends StackPane {
  private final Messages words;
  private final Label title = new Label();
  private final Label seconds = new Label();
  private final Label text = new Label();

  CleaningOverlay(Messages words) {
    this.words = words;
    setId("cleaning");
    getStyleClass().add("maintenance");
    title.getStyleClass().add("sheet-title");
    seconds.getStyleClass().add("countdown");
    text.getStyleClass().add("sheet-text");
    text.setWrapText(true);
    text.setTextAlignment(TextAlignment.CENTER);
    text.setMinHeight(USE_PREF_SIZE);
    VBox sheet = new VBox(title, seconds, text);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    say();
  }

  void show(int left) {
    seconds.setText(String.valueOf(left));
  }

  void say() {
    title.setText(words.text("technician.cleaning.title"));
    text.setText(words.text("technician.cleaning.text"));
  }
}
