package org.openhall.demo.witness;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Walks a scene in painting order and keeps what stays visible to the end. */
final class SceneReading {

  /** Rounding of fonts and scale, in pixels, that no eye sees. */
  private static final double SLACK = 3;

  private final List<VisibleNode> seen = new ArrayList<>();

  private SceneReading() {}

  static String ofShowingWindows() {
    SceneReading reading = new SceneReading();
    for (Window window : Window.getWindows()) {
      if (window.isShowing() && window.getScene() != null) {
        Parent root = window.getScene().getRoot();
        Bounds pane =
            new BoundingBox(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        reading.visit(root, pane, "");
      }
    }
    return reading.seen.stream().map(VisibleNode::toLine).collect(Collectors.joining("\n"));
  }

  private void visit(Node node, Bounds pane, String inherited) {
    Bounds onScreen = node.localToScreen(node.getBoundsInLocal());
    if (!node.isVisible() || node.getOpacity() < 0.5 || onScreen == null) {
      return;
    }
    Bounds clip = node.getClip() == null ? pane : intersection(pane, clipOf(node));
    if (opaque(node)) {
      seen.removeIf(earlier -> covers(intersection(onScreen, clip), earlier.bounds()));
    }
    String id = node.getId() == null ? inherited : node.getId();
    keep(node, id, intersection(onScreen, clip), onScreen);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, clip, id));
    }
  }

  private void keep(Node node, String id, Bounds visible, Bounds whole) {
    boolean own = node.getId() != null;
    if (node instanceof Text text && !text.getText().isBlank()) {
      boolean unclipped =
          visible.getWidth() >= whole.getWidth() - SLACK
              && visible.getHeight() >= whole.getHeight() - SLACK;
      if (unclipped) {
        String words =
            text.getText().replace('\u00a0', ' '); // nobody sees that it keeps a line together
        seen.add(new VisibleNode(id, own, words, box(visible)));
      }
    } else if (own && visible.getWidth() > 1 && visible.getHeight() > 1) {
      seen.add(new VisibleNode(id, true, "", box(visible)));
    }
  }

  private static Bounds clipOf(Node node) {
    return node.localToScreen(node.getClip().getBoundsInParent());
  }

  private static boolean opaque(Node node) {
    return node instanceof Region region
        && region.getBackground() != null
        && region.getBackground().getFills().stream()
            .anyMatch(fill -> fill.getFill() instanceof Color color && color.getOpacity() > 0.9);
  }

  private static boolean covers(Bounds cover, Rectangle below) {
    return cover.contains(below.getCenterX(), below.getCenterY());
  }

  private static Bounds intersection(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
  }

  private static Rectangle box(Bounds bounds) {
    return new Rectangle(
        (int) bounds.getMinX(),
        (int) bounds.getMinY(),
        (int) bounds.getWidth(),
        (int) bounds.getHeight());
  }
}
