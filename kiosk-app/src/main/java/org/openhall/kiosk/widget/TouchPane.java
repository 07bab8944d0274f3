package org.openhall.kiosk.widget;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A page that scrolls up and down under a finger; its content is as wide as it is. */
public final class TouchPane extends Region implements Scrolling {
  private final Region content;
  private final ScrollMark mark = new ScrollMark();
  private final DragScroll drag;
  private double offset;

  /** Shows the content from its top. */
  public TouchPane(Region content) {
    this.content = content;
    getStyleClass().add("touch-pane");
    getChildren().addAll(content, mark);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    drag = new DragScroll(this, this);
  }

  /** Scrolls so that a position of the content, in pixels from its top, is at the top. */
  public void scrollTo(double y) {
    drag.stop();
    scrollBy(y - offset);
  }

  /** How many pixels of the content are above the top. */
  public double offset() {
    return offset;
  }

  @Override
  public double scrollBy(double distance) {
    double before = offset;
    offset = Math.clamp(offset + distance, 0, furthest());
    place();
    return offset - before;
  }

  private double furthest() {
    return Math.max(0, content.getHeight() - getHeight());
  }

  private void place() {
    content.relocate(0, snapPositionY(-offset));
    mark.show(getWidth(), getHeight(), offset, content.getHeight());
  }

  @Override
  protected void layoutChildren() {
    double height = Math.max(content.prefHeight(getWidth()), getHeight());
    content.resize(getWidth(), snapSizeY(height));
    offset = Math.clamp(offset, 0, furthest());
    place();
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return content.getContentBias();
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
