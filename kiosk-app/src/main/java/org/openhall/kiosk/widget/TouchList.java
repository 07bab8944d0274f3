package org.openhall.kiosk.widget;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A long list under a finger, of rows as high as they need to be. Only rows near the window have
 * nodes.
 *
 * @param <T> what a row shows
 */
public final class TouchList<T> extends Region implements Scrolling {
  private static final int NODES_KEPT = 48;
  private static final int NEAR_END = 10;

  /** What is sought is shown a third down. */
  private static final int REVEALED_AT = 3;

  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final Function<T, Region> rows;
  private final Map<Integer, Region> nodes = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Region, KnownHeight> heights = new HashMap<>();
  private final RowWindow window = new RowWindow(this::rowHeight);
  private final ScrollMark mark = new ScrollMark();
  private final DragScroll drag;
  private Runnable nearEnd = () -> {};
  private Runnable moved = () -> {};
  private Runnable sought = () -> {};
  private int firstTold = -1;
  private int lastVisible = -1;
  private int toldAt = -1;

  /**
   * An empty list.
   *
   * @param rows makes the node of a row; it is given the list's whole width
   */
  public TouchList(Function<T, Region> rows) {
    this.rows = rows;
    getStyleClass().add("touch-list");
    getChildren().add(mark);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    drag = new DragScroll(this, this);
    items.addListener((ListChangeListener<T>) this::itemsChanged);
  }

  /** The rows. Adding at the end keeps what is seen where it is. */
  public ObservableList<T> items() {
    return items;
  }

  /** Shows these rows from the first. */
  public void showFromTop(List<? extends T> shown) {
    drag.stop();
    window.showAtTop(0);
    items.setAll(shown);
  }

  /** Puts a row at the top. */
  public void scrollTo(int row) {
    drag.stop();
    window.showAtTop(row);
    requestLayout();
  }

  /**
   * Puts a row at the top, and goes on where a part of it is not seen then.
   *
   * @param part style class of the part; nothing is sought where the row has none such
   */
  public void scrollTo(int row, String part) {
    scrollTo(row);
    sought = () -> Optional.ofNullable(node(row).lookup("." + part)).ifPresent(this::reveal);
  }

  /** The first row of which something is seen. */
  public int firstVisible() {
    return window.first();
  }

  /** The last row of which something is seen; -1 where there is none. */
  public int lastVisible() {
    return lastVisible;
  }

  /** Runs when other rows than before are seen. */
  public void onMoved(Runnable action) {
    moved = action;
  }

  /** Draws the rows anew, where they are: they look different now. */
  public void redraw() {
    forgetNodes();
    requestLayout();
  }

  /** Draws a row anew. */
  public void redraw(int row) {
    getChildren().remove(nodes.remove(row));
    requestLayout();
  }

  /** Runs once for each length of the list, when its end comes near: time to fetch more. */
  public void onNearEnd(Runnable action) {
    nearEnd = action;
  }

  private void reveal(Node part) {
    Bounds bounds = sceneToLocal(part.localToScene(part.getBoundsInLocal()));
    if (bounds.getMaxY() > getHeight()) {
      scrollBy(bounds.getMinY() - getHeight() / REVEALED_AT);
    }
    for (Node over = part; over != null && over != this; over = over.getParent()) {
      if (over instanceof SidewaysPane pane) {
        pane.reveal(part);
      }
    }
  }

  private void itemsChanged(ListChangeListener.Change<? extends T> change) {
    boolean appended = true;
    while (change.next()) {
      appended &= change.wasAdded() && !change.wasRemoved() && change.getTo() == items.size();
    }
    if (!appended) {
      forgetNodes();
      toldAt = -1;
    }
    window.setCount(items.size());
    requestLayout();
  }

  private void forgetNodes() {
    getChildren().removeAll(nodes.values());
    nodes.clear();
    heights.clear();
  }

  @Override
  public double scrollBy(double distance) {
    double moved = window.moveBy(distance);
    place();
    return moved;
  }

  /** The height holds until the row wants to be laid out again. */
  private double rowHeight(int row) {
    Region node = node(row);
    KnownHeight height = heights.computeIfAbsent(node, _ -> new KnownHeight());
    return height.at(getWidth(), width -> measured(node, width));
  }

  private double measured(Region node, double width) {
    double height = snapSizeY(node.prefHeight(width));
    node.resize(width, height);
    node.layout();
    return height;
  }

  private Region node(int row) {
    Region kept = nodes.get(row);
    if (kept != null) {
      return kept;
    }
    Region made = rows.apply(items.get(row));
    made.setManaged(false);
    getChildren().add(made);
    made.applyCss();
    made.needsLayoutProperty().subscribe(dirty -> forgetHeight(made, dirty));
    nodes.put(row, made);
    return made;
  }

  private void forgetHeight(Region node, boolean changed) {
    KnownHeight height = heights.get(node);
    if (changed && height != null) {
      height.forget();
    }
  }

  private void place() {
    List<RowWindow.Placed> placed = window.placed();
    Set<Integer> seen = new HashSet<>();
    for (RowWindow.Placed row : placed) {
      Region node = node(row.row());
      node.resizeRelocate(0, snapPositionY(row.y()), getWidth(), row.height());
      node.setVisible(true);
      node.layout();
      seen.add(row.row());
    }
    hideOthers(seen);
    mark(placed);
    tellMoved(placed);
    tellNearEnd(placed);
  }

  private void tellMoved(List<RowWindow.Placed> placed) {
    int first = placed.isEmpty() ? -1 : placed.getFirst().row();
    int last = placed.isEmpty() ? -1 : placed.getLast().row();
    if (first != firstTold || last != lastVisible) {
      firstTold = first;
      lastVisible = last;
      moved.run();
    }
  }

  private void hideOthers(Set<Integer> seen) {
    var kept = nodes.entrySet().iterator();
    while (kept.hasNext()) {
      Map.Entry<Integer, Region> entry = kept.next();
      if (seen.contains(entry.getKey())) {
        continue;
      }
      entry.getValue().setVisible(false);
      if (nodes.size() > NODES_KEPT) {
        getChildren().remove(entry.getValue());
        heights.remove(entry.getValue());
        kept.remove();
      }
    }
  }

  private void mark(List<RowWindow.Placed> placed) {
    if (placed.isEmpty()) {
      mark.setVisible(false);
      return;
    }
    RowWindow.Placed top = placed.getFirst();
    RowWindow.Placed bottom = placed.getLast();
    double length = bottom.y() + bottom.height() - top.y();
    double average = length / placed.size();
    double above = top.row() * average - top.y();
    mark.show(getWidth(), getHeight(), above, average * items.size());
  }

  private void tellNearEnd(List<RowWindow.Placed> placed) {
    int last = placed.isEmpty() ? 0 : placed.getLast().row();
    if (!placed.isEmpty() && last >= items.size() - NEAR_END && toldAt != items.size()) {
      toldAt = items.size();
      nearEnd.run();
    }
  }

  @Override
  protected void layoutChildren() {
    window.setViewport(getHeight());
    place();
    Runnable seek = sought;
    sought = () -> {};
    seek.run();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 800;
  }
}
