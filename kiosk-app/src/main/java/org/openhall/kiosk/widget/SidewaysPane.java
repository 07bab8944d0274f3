package org.openhall.kiosk.widget;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows a content wider than itself, moved left and right under a finger. A drag that goes more up
 * or down than sideways is left to the page.
 */
public final class SidewaysPane extends Region {
  private static final double THRESHOLD = 14;

  private final Region content;
  private final DoubleProperty offset;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private boolean dragging;

  /**
   * A pane.
   *
   * @param content as wide as it would like to be
   * @param offset pixels of the content that are left of the pane; panes that share it move
   *     together
   */
  public SidewaysPane(Region content, DoubleProperty offset) {
    this.content = content;
    this.offset = offset;
    getChildren().add(content);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    content.translateXProperty().bind(offset.negate());
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
  }

  private void pressed(MouseEvent event) {
    dragging = false;
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = event.getX();
  }

  private void dragged(MouseEvent event) {
    double dx = Math.abs(event.getX() - pressedX);
    double dy = Math.abs(event.getY() - pressedY);
    if (!dragging && dx > THRESHOLD && dx > dy) {
      dragging = true;
      lastX = event.getX();
    }
    if (dragging) {
      offset.set(Math.clamp(offset.get() + lastX - event.getX(), 0, furthest()));
      lastX = event.getX();
      event.consume();
    }
  }

  /** Moves so far that a part of the content is seen. */
  void reveal(Node part) {
    Bounds bounds = content.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
    double before = offset.get();
    if (bounds.getMinX() < before || bounds.getMaxX() > before + getWidth()) {
      offset.set(Math.clamp(bounds.getCenterX() - getWidth() / 2, 0, furthest()));
    }
  }

  private double furthest() {
    return Math.max(0, content.getWidth() - getWidth());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(content.prefWidth(-1));
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(getWidth(), content.prefWidth(-1));
    content.resizeRelocate(0, 0, width, content.prefHeight(width));
  }
}
