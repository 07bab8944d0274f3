package org.openhall.kiosk.screen.file;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.Tile;

/**
 * What of an open file is seen, and what is drawn for it: the whole page, coarse, and over it what
 * is seen, sharp at the present magnification. Two pictures at most are kept, and one is under way.
 */
final class PageModel {
  private static final double STEP = 1.4;

  /** What is to be shown of the page. */
  record Shown(
      int page, @Nullable Viewport view, @Nullable DrawnTile whole, @Nullable DrawnTile sharp) {

    Shown with(Viewport next) {
      return new Shown(page, next, whole, sharp);
    }
  }

  private final Drawing drawing;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(0, null, null, null));
  private boolean drawingNow;
  private int unreadable = -1;

  PageModel(Drawing drawing) {
    this.drawing = drawing;
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  int pages() {
    return drawing.pages();
  }

  /** Whether the present page turned out to be one that cannot be drawn. */
  boolean isUnreadable() {
    return unreadable == shown.get().page();
  }

  /** The place where the page is seen has this size in pixels, 1 by 1 and up. */
  void seenIn(double width, double height) {
    Viewport before = shown.get().view();
    int page = shown.get().page();
    view(
        before == null
            ? Viewport.fitWidth(width, height, drawing.size(page))
            : before.resized(width, height));
  }

  void fitWidth() {
    change(v -> Viewport.fitWidth(v.width(), v.height(), v.page()));
  }

  void fitPage() {
    change(v -> Viewport.fitPage(v.width(), v.height(), v.page()));
  }

  void magnify() {
    change(v -> v.magnified(STEP));
  }

  void diminish() {
    change(v -> v.magnified(1 / STEP));
  }

  /** Moves what is seen, in pixels towards the right and the bottom of the page. */
  void move(double right, double down) {
    change(v -> v.moved(right, down));
  }

  /** Turns to a page from 0; stays where there is none. */
  void turnTo(int page) {
    Viewport view = shown.get().view();
    if (view != null && page >= 0 && page < pages() && page != shown.get().page()) {
      shown.set(new Shown(page, view.turnedTo(drawing.size(page)), null, null));
      draw();
    }
  }

  private void change(UnaryOperator<Viewport> change) {
    Viewport view = shown.get().view();
    if (view != null) {
      view(change.apply(view));
    }
  }

  private void view(Viewport next) {
    shown.set(shown.get().with(next));
    draw();
  }

  /** Asks for what is missing; while one tile is under way, what is wanted may still change. */
  private void draw() {
    Optional<Tile> missing = missing(shown.get());
    if (!drawingNow && missing.isPresent() && !isUnreadable()) {
      drawingNow = true;
      drawing.draw(missing.get(), drawn -> take(missing.get(), drawn));
    }
  }

  private static Optional<Tile> missing(Shown now) {
    Viewport view = now.view();
    if (view == null) {
      return Optional.empty();
    }
    Tile sharp = view.tile(now.page());
    if (now.whole() == null) {
      double whole = Viewport.fitPage(view.width(), view.height(), view.page()).scale();
      return Optional.of(Tile.whole(now.page(), view.page(), whole));
    }
    boolean isSharp = now.sharp() != null && now.sharp().tile().equals(sharp);
    return isSharp ? Optional.empty() : Optional.of(sharp);
  }

  private void take(Tile asked, Optional<DrawnTile> drawn) {
    drawingNow = false;
    Shown now = shown.get();
    if (asked.page() == now.page()) {
      if (drawn.isEmpty()) {
        unreadable = asked.page();
        shown.set(new Shown(now.page(), now.view(), null, null));
      } else if (now.whole() == null) {
        shown.set(new Shown(now.page(), now.view(), drawn.get(), null));
      } else {
        shown.set(new Shown(now.page(), now.view(), now.whole(), drawn.get()));
      }
    }
    draw();
  }
}
