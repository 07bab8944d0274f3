package org.openhall.kiosk.widget;

import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Scrolls a region with a finger (which arrives as a mouse on Linux): a drag moves it, letting go
 * lets it glide, a touch stops it, and the touch that dragged or stopped is no press on what lies
 * under it.
 */
final class DragScroll {
  private static final double THRESHOLD = 14;
  private static final double NANOS = 1e9;

  private final Scrolling surface;
  private final FingerSpeed speed = new FingerSpeed();
  private final Glide glide = new Glide();
  private double pressedX;
  private double pressedY;
  private double lastY;
  private boolean dragging;
  private boolean swallowsClick;

  DragScroll(Region region, Scrolling surface) {
    this.surface = surface;
    region.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    region.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    region.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    region.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    region.addEventHandler(ScrollEvent.SCROLL, this::wheel);
  }

  /** Stops a glide. */
  void stop() {
    glide.stop();
  }

  private void pressed(MouseEvent event) {
    swallowsClick = glide.running;
    glide.stop();
    dragging = false;
    pressedX = event.getX();
    pressedY = event.getY();
    lastY = event.getY();
    speed.start(now(), event.getY());
  }

  private void dragged(MouseEvent event) {
    double dx = Math.abs(event.getX() - pressedX);
    double dy = Math.abs(event.getY() - pressedY);
    if (!dragging && dy > THRESHOLD && dy >= dx) {
      dragging = true;
      swallowsClick = true;
      lastY = event.getY();
    }
    if (dragging) {
      surface.scrollBy(lastY - event.getY());
      lastY = event.getY();
      speed.moved(now(), event.getY());
      event.consume();
    }
  }

  private void released(MouseEvent event) {
    if (dragging) {
      glide.start(new Fling(-speed.atRelease(now())));
    }
  }

  private void clicked(MouseEvent event) {
    if (swallowsClick) {
      event.consume();
    }
  }

  private void wheel(ScrollEvent event) {
    glide.stop();
    surface.scrollBy(-event.getDeltaY());
    event.consume();
  }

  private static double now() {
    return System.nanoTime() / NANOS;
  }

  /** A glide, frame by frame; it ends where the content ends. */
  private final class Glide extends AnimationTimer {
    private Fling fling = new Fling(0);
    private boolean running;
    private double begun;
    private double gone;

    void start(Fling next) {
      fling = next;
      begun = now();
      gone = 0;
      running = !fling.ended(0);
      if (running) {
        start();
      }
    }

    @Override
    public void stop() {
      running = false;
      super.stop();
    }

    @Override
    public void handle(long nanos) {
      double seconds = now() - begun;
      double step = fling.distance(seconds) - gone;
      double moved = surface.scrollBy(step);
      gone += step;
      if (fling.ended(seconds) || Math.abs(moved - step) > 0.5) {
        stop();
      }
    }
  }
}
