package org.openhall.kiosk.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Says that there is nothing here, why, and what to do next. */
public final class EmptyState extends VBox {

  /** A state in words, with the buttons that lead on. */
  public EmptyState(Icon icon, String title, String hint, PressButton... next) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    getChildren().add(icon.node(120, Palette.GREY));
    getChildren().add(line(title, "empty-title"));
    getChildren().add(line(hint, "empty-hint"));
    if (next.length > 0) {
      FlowPane buttons = new FlowPane(24, 24, next);
      buttons.setAlignment(Pos.CENTER);
      getChildren().add(buttons);
    }
  }

  private static Label line(String text, String style) {
    Label label = ShownLabel.wrapping(text, style);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    return label;
  }
}
