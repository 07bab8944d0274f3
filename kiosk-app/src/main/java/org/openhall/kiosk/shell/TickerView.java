package org.openhall.kiosk.shell;

import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.openhall.kiosk.widget.Glyphs;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;

/** One line of notices that runs from right to left, slowly enough to be read. */
final class TickerView extends HBox {
  private static final double PIXELS_A_SECOND = 96;
  private static final double GAP = 160;

  private final Label line = new Label();
  private final Region track = new Track();
  private final Run run = new Run();

  TickerView() {
    super(24);
    setId("ticker");
    getStyleClass().add("ticker");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(track, Priority.ALWAYS);
    getChildren().addAll(Icon.NOTICE.node(40, Palette.BLUE), track);
    setManaged(false);
    setVisible(false);
  }

  /** Runs with this line, or hides where there is none or none is wanted here. */
  void show(String text, boolean wanted) {
    boolean shown = wanted && !text.isEmpty();
    line.setText(Glyphs.shown(text));
    setVisible(shown);
    setManaged(shown);
    if (shown) {
      run.start();
    } else {
      run.stop();
    }
  }

  /**
   * A finger is on the glass: what it presses is drawn at once, not after the next bit of motion.
   */
  void hold() {
    run.stop();
  }

  /** Moves on from where it was held. */
  void goOn() {
    if (isVisible()) {
      run.goOn();
    }
  }

  /** The part of the line's way that is seen. */
  private final class Track extends Region {
    Track() {
      getStyleClass().add("ticker-track");
      Rectangle clip = new Rectangle();
      clip.widthProperty().bind(widthProperty());
      clip.heightProperty().bind(heightProperty());
      setClip(clip);
      line.setManaged(false);
      getChildren().add(line);
    }

    @Override
    protected void layoutChildren() {
      double width = line.prefWidth(-1);
      double height = line.prefHeight(-1);
      line.resizeRelocate(0, (getHeight() - height) / 2, width, height);
    }

    @Override
    protected double computePrefHeight(double width) {
      return line.prefHeight(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
      return 0;
    }
  }

  /** The motion; a line that fits stands still. */
  private final class Run extends AnimationTimer {
    private long last;
    private double gone;

    @Override
    public void start() {
      gone = 0;
      goOn();
    }

    void goOn() {
      last = 0;
      super.start();
    }

    @Override
    public void handle(long now) {
      gone += last == 0 ? 0 : (now - last) / 1e9 * PIXELS_A_SECOND;
      last = now;
      double width = line.getWidth();
      if (width <= track.getWidth()) {
        line.setTranslateX(0);
        return;
      }
      double way = width + GAP;
      double x = gone % way;
      line.setTranslateX(Math.rint(x < width ? -x : track.getWidth() * (way - x) / GAP));
    }
  }
}
