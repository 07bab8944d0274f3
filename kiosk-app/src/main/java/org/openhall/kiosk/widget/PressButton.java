package org.openhall.kiosk.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/** A large button with words and perhaps a sign; at least 96 pixels high. */
public final class PressButton extends HBox {

  /** How much a button asks to be pressed. */
  public enum Weight {
    /** The one thing to do next. */
    PRIMARY,
    /** Something else that can be done. */
    SECONDARY,
    /** Leaving, or refusing. */
    DANGER
  }

  private final Label label = new Label();

  /** A button that acts once for a press. */
  public PressButton(String id, String text, Weight weight, Runnable action) {
    setId(id);
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("press-button", styleOf(weight));
    label.setText(text);
    label.setMinWidth(USE_PREF_SIZE);
    getChildren().add(label);
    Tap.on(this, action);
  }

  /** Puts a sign before the words. */
  public PressButton withIcon(Icon icon) {
    boolean filled = !getStyleClass().contains("secondary");
    Color colour = filled ? Palette.WHITE : Palette.BLUE;
    getChildren().add(0, icon.node(36, colour));
    return this;
  }

  /** Lets every press count, however fast they come. */
  public PressButton forEveryPress(Runnable action) {
    Tap.onEach(this, action);
    return this;
  }

  /** Changes the words. */
  public void setText(String text) {
    label.setText(text);
  }

  private static String styleOf(Weight weight) {
    return switch (weight) {
      case PRIMARY -> "primary";
      case SECONDARY -> "secondary";
      case DANGER -> "danger";
    };
  }
}
