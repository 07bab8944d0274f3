package org.openhall.kiosk.screen.hall;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.openhall.content.HallMap;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;

/**
 * One floor of the hall, drawn as large as there is room. A touch chooses the window nearest it.
 */
final class HallPlan extends Pane {
  private static final double REACH = 70;
  private static final double MARK_WIDTH = 42;
  private static final double MARK_HEIGHT = 30;
  private static final double LINE = 9;
  private static final double DOT = 13;

  private final Consumer<String> chosen;
  private Picture picture;
  private double scale = 1;
  private double left;
  private double top;
  private double drawnWidth = -1;
  private double drawnHeight = -1;

  /**
   * What is drawn.
   *
   * @param walks the stretches of the way on this floor
   * @param here where the way begins, if that is on this floor
   * @param hereWords what stands beside it
   * @param window the window chosen, if it is on this floor
   */
  record Picture(
      HallMap.Floor floor,
      List<List<HallMap.Point>> walks,
      Optional<HallMap.Point> here,
      String hereWords,
      Optional<HallMap.Window> window) {}

  /**
   * A plan.
   *
   * @param chosen told the number of the window that was touched
   */
  HallPlan(Picture picture, Consumer<String> chosen) {
    this.picture = picture;
    this.chosen = chosen;
    setId("hall-plan");
    getStyleClass().add("plan");
    setOnMouseClicked(this::touched);
  }

  void show(Picture next) {
    picture = next;
    drawnWidth = -1;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? 600 : width * picture.floor().depth() / picture.floor().width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 200;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 800;
  }

  @Override
  protected void layoutChildren() {
    if (getWidth() != drawnWidth || getHeight() != drawnHeight) {
      drawnWidth = getWidth();
      drawnHeight = getHeight();
      draw();
    }
    super.layoutChildren();
  }

  private void draw() {
    HallMap.Floor floor = picture.floor();
    scale = Math.min(getWidth() / floor.width(), getHeight() / floor.depth());
    left = (getWidth() - floor.width() * scale) / 2;
    top = (getHeight() - floor.depth() * scale) / 2;
    getChildren().setAll(ground(floor));
    floor.areas().forEach(area -> getChildren().add(area(floor, area)));
    picture.walks().forEach(walk -> getChildren().add(line(walk)));
    floor.windows().forEach(window -> getChildren().add(mark(window)));
    picture.here().ifPresent(this::addHere);
    picture.window().ifPresent(this::addFlag);
    finish();
  }

  /** New nodes get their style and place at once, not a frame later. */
  private void finish() {
    applyCss();
    for (Node child : getChildren()) {
      if (child instanceof Region region) {
        region.layout();
      }
    }
  }

  private Region ground(HallMap.Floor floor) {
    Region ground = new Region();
    ground.getStyleClass().add("plan-floor");
    place(ground, 0, 0, floor.width(), floor.depth());
    return ground;
  }

  private Region area(HallMap.Floor floor, HallMap.Area area) {
    Label name = new ShownLabel(area.name());
    name.setWrapText(true);
    name.setTextAlignment(TextAlignment.CENTER);
    name.getStyleClass().add("plan-label");
    StackPane box = new StackPane(name);
    StackPane.setAlignment(name, place(floor, area));
    String kind = area.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    box.getStyleClass().addAll("plan-area", "plan-" + kind);
    place(box, area.x(), area.y(), area.width(), area.height());
    return box;
  }

  /** The name keeps away from the windows. */
  private static Pos place(HallMap.Floor floor, HallMap.Area area) {
    double middle = area.y() + area.height() / 2;
    return floor.windows().stream()
        .filter(window -> within(area, window))
        .mapToDouble(HallMap.Window::y)
        .average()
        .stream()
        .mapToObj(y -> y >= middle ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER)
        .findFirst()
        .orElse(Pos.CENTER);
  }

  private static boolean within(HallMap.Area area, HallMap.Window window) {
    return window.x() >= area.x()
        && window.x() <= area.x() + area.width()
        && window.y() >= area.y()
        && window.y() <= area.y() + area.height();
  }

  private Region mark(HallMap.Window window) {
    Label number = new ShownLabel(window.id());
    number.setMinWidth(Region.USE_PREF_SIZE);
    StackPane mark = new StackPane(number);
    mark.getStyleClass().add("plan-window");
    if (picture.window().filter(window::equals).isPresent()) {
      mark.getStyleClass().add("plan-window-chosen");
    }
    mark.resizeRelocate(
        x(window.x()) - MARK_WIDTH / 2, y(window.y()) - MARK_HEIGHT / 2, MARK_WIDTH, MARK_HEIGHT);
    mark.setManaged(false);
    return mark;
  }

  private Node line(List<HallMap.Point> walk) {
    Polyline line = new Polyline();
    walk.forEach(point -> line.getPoints().addAll(x(point.x()), y(point.y())));
    line.setStroke(Palette.RED);
    line.setStrokeWidth(LINE);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    line.setManaged(false);
    return line;
  }

  private void addHere(HallMap.Point here) {
    Circle ring = new Circle(x(here.x()), y(here.y()), DOT + 6, Palette.WHITE);
    Circle dot = new Circle(x(here.x()), y(here.y()), DOT, Palette.RED);
    ring.setManaged(false);
    dot.setManaged(false);
    getChildren().addAll(ring, dot);
    addLabel(picture.hereWords(), "plan-here", x(here.x()), y(here.y()) + DOT + 6);
  }

  private void addFlag(HallMap.Window window) {
    boolean low = y(window.y()) < getHeight() / 2;
    double beside = low ? MARK_HEIGHT / 2 + 6 : -MARK_HEIGHT / 2 - 54;
    addLabel(window.id(), "plan-flag", x(window.x()), y(window.y()) + beside);
  }

  /** A label centred below a place, and kept on the plan. */
  private void addLabel(String words, String style, double x, double y) {
    Label label = new ShownLabel(words);
    label.getStyleClass().add(style);
    label.setManaged(false);
    getChildren().add(label);
    label.applyCss();
    double width = Math.ceil(label.prefWidth(-1));
    double at = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
    label.resizeRelocate(at, y, width, Math.ceil(label.prefHeight(-1)));
  }

  private void place(Region node, double x, double y, double width, double depth) {
    node.setManaged(false);
    node.resizeRelocate(x(x), y(y), width * scale, depth * scale);
  }

  private double x(double metres) {
    return snapPositionX(left + metres * scale);
  }

  private double y(double metres) {
    return snapPositionY(top + metres * scale);
  }

  private void touched(MouseEvent event) {
    picture.floor().windows().stream()
        .min(Comparator.comparingDouble(window -> distance(window, event)))
        .filter(window -> distance(window, event) <= REACH)
        .ifPresent(window -> chosen.accept(window.id()));
  }

  private double distance(HallMap.Window window, MouseEvent event) {
    return Math.hypot(x(window.x()) - event.getX(), y(window.y()) - event.getY());
  }
}
