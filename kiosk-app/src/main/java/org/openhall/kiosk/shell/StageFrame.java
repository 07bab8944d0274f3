package org.openhall.kiosk.shell;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Scales the canvas to the window, so that the same screens fit a terminal and a laptop. A window
 * of another shape gives the canvas more length in one direction, never less than it was drawn for.
 */
public final class StageFrame extends Pane {
  private final Region canvas;
  private final Orientation orientation;
  private final Scale scale = new Scale(1, 1);

  /** A frame around the canvas. */
  public StageFrame(Region canvas, Orientation orientation) {
    this.canvas = canvas;
    this.orientation = orientation;
    getStyleClass().add("letterbox");
    canvas.setManaged(false);
    canvas.getTransforms().add(scale);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.min(getWidth() / orientation.width(), getHeight() / orientation.height());
    if (factor > 0) {
      scale.setX(factor);
      scale.setY(factor);
      canvas.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
  }
}
