package org.openhall.kiosk.screen.file;

import java.util.Objects;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.Tile;
import org.openhall.kiosk.screen.browse.TileImage;

/** The place where a page is seen and moved under a finger. */
final class PagePane extends Region {
  private final PageModel model;
  private final Layer whole = new Layer();
  private final Layer sharp = new Layer();
  private double lastX;
  private double lastY;

  PagePane(PageModel model) {
    this.model = model;
    setId("file-pages");
    getStyleClass().add("page-pane");
    getChildren().addAll(whole.node, sharp.node);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    model.shown().subscribe(this::show);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(ScrollEvent.SCROLL, e -> model.move(-e.getDeltaX(), -e.getDeltaY()));
  }

  private void pressed(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
  }

  private void dragged(MouseEvent event) {
    model.move(lastX - event.getX(), lastY - event.getY());
    lastX = event.getX();
    lastY = event.getY();
  }

  private void show(PageModel.Shown shown) {
    Viewport view = shown.view();
    if (view != null) {
      whole.show(shown.whole(), view);
      sharp.show(shown.sharp(), view);
    }
  }

  @Override
  protected void layoutChildren() {
    if (getWidth() >= 1 && getHeight() >= 1) {
      model.seenIn(getWidth(), getHeight());
    }
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  /** A tile where it belongs in the view, stretched while it is of another magnification. */
  private static final class Layer {
    private final ImageView node = new ImageView();
    private @Nullable DrawnTile drawn;

    Layer() {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }

    void show(@Nullable DrawnTile next, Viewport view) {
      if (!Objects.equals(drawn, next)) {
        drawn = next;
        node.setImage(next == null ? null : TileImage.of(next));
      }
      if (next != null) {
        place(next.tile(), view);
      }
    }

    private void place(Tile tile, Viewport view) {
      double ratio = view.scale() / tile.scale();
      node.setSmooth(ratio != 1);
      node.setFitWidth(tile.width() * ratio);
      node.setFitHeight(tile.height() * ratio);
      node.relocate(Math.rint(tile.x() * ratio - view.x()), Math.rint(tile.y() * ratio - view.y()));
    }
  }
}
