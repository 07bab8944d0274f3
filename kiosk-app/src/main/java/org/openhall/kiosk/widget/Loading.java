package org.openhall.kiosk.widget;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Says that something is being fetched; shows itself only if that takes long enough to notice. */
public final class Loading extends StackPane {
  private static final Duration NOTICEABLE = Duration.millis(250);

  /** A state in words. */
  public Loading(String text) {
    getStyleClass().add("loading");
    setAlignment(Pos.CENTER);
    Label label = new ShownLabel(text);
    label.setVisible(false);
    getChildren().add(label);
    PauseTransition wait = new PauseTransition(NOTICEABLE);
    wait.setOnFinished(_ -> label.setVisible(true));
    wait.play();
  }
}
