package org.openhall.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;

/** Asks whether somebody is still there, with the seconds that are left. */
final class IdleOverlay extends StackPane {
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label seconds = new Label();
  private final PressButton goOn;
  private final PressButton end;

  IdleOverlay(Runnable goOnAction, Runnable endAction) {
    setId("idle-overlay");
    getStyleClass().add("veil");
    goOn = new PressButton("idle-continue", "", Weight.PRIMARY, goOnAction);
    end = new PressButton("idle-end", "", Weight.SECONDARY, endAction);
    title.getStyleClass().add("sheet-title");
    text.getStyleClass().add("sheet-text");
    text.setWrapText(true);
    text.setTextAlignment(TextAlignment.CENTER);
    seconds.getStyleClass().add("countdown");
    FlowPane buttons = new FlowPane(32, 32, goOn, end);
    buttons.setAlignment(Pos.CENTER);
    VBox sheet = new VBox(title, text, seconds, buttons);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  /** Says everything in the present language. */
  void say(Messages words) {
    title.setText(words.text("idle.title"));
    text.setText(words.text("idle.text"));
    goOn.setText(words.text("idle.continue"));
    end.setText(words.text("idle.end"));
  }

  /** Shows the seconds that are left. */
  void warn(int secondsLeft) {
    seconds.setText(Integer.toString(secondsLeft));
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }
}
