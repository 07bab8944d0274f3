package org.openhall.demo.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * What a scene shows, read in the order in which it is painted: its words, with the colour behind
 * them, and what can be pressed. What something else covers is left out. Lengths are pixels of the
 * scene. Read on the screen's thread.
 */
final class SceneWords {
  private static final Set<String> SCROLLED =
      Set.of("TouchPane", "TouchList", "SidewaysPane", "ChipRow", "Track");

  private final List<Word> words = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<String> halfCovered = new ArrayList<>();
  private final List<Region> outside = new ArrayList<>();

  /**
   * A run of text.
   *
   * @param node how it is drawn
   * @param whole where it is
   * @param seen the part of it that no scrolling pane hides
   * @param behind the colour that it stands on
   */
  record Word(Text node, Bounds whole, Bounds seen, Color behind) {}

  /**
   * Something to press.
   *
   * @param node what hears the press
   * @param whole where it is painted
   * @param seen the part of it that no scrolling pane hides
   */
  record Target(Node node, Bounds whole, Bounds seen) {}

  private record Area(Bounds bounds, Color colour) {}

  private final Bounds screen;

  private SceneWords(Bounds screen) {
    this.screen = screen;
  }

  /** Reads what is below a node. */
  static SceneWords of(Node root) {
    SceneWords read = new SceneWords(root.localToScene(root.getLayoutBounds()));
    read.visit(root, read.screen);
    return read;
  }

  List<Word> words() {
    return List.copyOf(words);
  }

  List<Target> targets() {
    return List.copyOf(targets);
  }

  /** Texts over a part of which something else was painted. */
  List<String> halfCovered() {
    return List.copyOf(halfCovered);
  }

  /** Areas of which a part is beyond the screen, and no finger can move it in. */
  List<Region> outside() {
    return List.copyOf(outside);
  }

  /** Whether a node moves what is in it under a finger, and so may hide a part of it. */
  static boolean scrolls(Node node) {
    return SCROLLED.contains(node.getClass().getSimpleName());
  }

  private void visit(Node node, Bounds window) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Bounds seen = node.getClip() == null ? window : common(window, painted(node));
    if (node instanceof Region region && region.getBackground() != null) {
      if (seen.equals(screen) && beyondScreen(painted(region))) {
        outside.add(region);
      }
      cover(region, seen);
    }
    keep(node, seen);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, seen));
    }
  }

  private void cover(Region region, Bounds seen) {
    List<BackgroundFill> fills = region.getBackground().getFills();
    if (!fills.isEmpty()
        && fills.getLast().getFill() instanceof Color colour
        && colour.getOpacity() > 0.5) {
      Bounds bounds = common(painted(region), seen);
      words.stream().filter(word -> partly(bounds, word)).forEach(this::keepHalfCovered);
      words.removeIf(word -> bounds.contains(centre(word.seen())));
      targets.removeIf(target -> bounds.contains(centre(target.seen())));
      areas.add(new Area(bounds, colour));
    }
  }

  private void keepHalfCovered(Word word) {
    halfCovered.add(word.node().getText());
  }

  private static boolean partly(Bounds cover, Word word) {
    Bounds both = common(cover, word.seen());
    boolean touches = both.getWidth() > 4 && both.getHeight() > 8;
    return touches && !cover.contains(centre(word.seen()));
  }

  private void keep(Node node, Bounds seen) {
    if (node instanceof Text text && !text.getText().isBlank()) {
      Bounds whole = node.localToScene(node.getLayoutBounds());
      Bounds visible = common(whole, seen);
      if (visible.getWidth() > 1 && visible.getHeight() > 1) {
        words.add(new Word(text, whole, visible, behind(visible)));
      }
    } else if (node.getOnMouseClicked() != null) {
      Bounds whole = painted(node);
      Bounds visible = common(whole, seen);
      if (visible.getWidth() > 1 && visible.getHeight() > 1) {
        targets.add(new Target(node, whole, visible));
      }
    }
  }

  private Color behind(Bounds text) {
    return areas.reversed().stream()
        .filter(area -> area.bounds().contains(centre(text)))
        .findFirst()
        .map(Area::colour)
        .orElse(Color.WHITE);
  }

  /** Where a node is seen: a region's outermost fill, anything else's whole. */
  private static Bounds painted(Node node) {
    Bounds bounds = node.getLayoutBounds();
    if (node instanceof Region region && region.getBackground() != null) {
      List<BackgroundFill> fills = region.getBackground().getFills();
      Insets outer = fills.isEmpty() ? Insets.EMPTY : fills.getFirst().getInsets();
      bounds =
          new BoundingBox(
              outer.getLeft(),
              outer.getTop(),
              bounds.getWidth() - outer.getLeft() - outer.getRight(),
              bounds.getHeight() - outer.getTop() - outer.getBottom());
    }
    return node.localToScene(bounds);
  }

  /** Whether more of it than rounding may add is beyond the screen. */
  private boolean beyondScreen(Bounds bounds) {
    Bounds inside = common(bounds, screen);
    return bounds.getWidth() - inside.getWidth() > 1 || bounds.getHeight() - inside.getHeight() > 1;
  }

  private static javafx.geometry.Point2D centre(Bounds bounds) {
    return new javafx.geometry.Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
  }
}
