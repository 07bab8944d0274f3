package org.openhall.kiosk.render;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.openhall.kiosk.widget.Scrolling;

/** How long a page is: the largest of the parts that scroll. Lives on the screen's thread. */
final class Length {
  private static final double FURTHEST = 200_000;

  /** Lines at the end of a piece that stand at the beginning of the next. */
  private static final double OVERLAP = 120;

  private final Region region;
  private final Scrolling scrolling;

  private Length(Region region, Scrolling scrolling) {
    this.region = region;
    this.scrolling = scrolling;
  }

  /** Of the page that is seen; empty where nothing scrolls. */
  static Optional<Length> of(Scene scene) {
    Node overlay = scene.lookup("#emergency-overlay");
    boolean isWarned = overlay != null && overlay.isVisible();
    return seen(isWarned ? overlay : scene.getRoot())
        .flatMap(node ->
            node instanceof Region region && node instanceof Scrolling scrolling
                ? Stream.of(new Length(region, scrolling))
                : Stream.empty())
        .max(Comparator.comparingDouble(Length::area));
  }

  private static Stream<Node> seen(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Length::seen))
        : Stream.of(node);
  }

  private double area() {
    return region.getWidth() * region.getHeight();
  }

  /** Pixels that lie below what is seen. */
  double beyond() {
    double moved = scrolling.scrollBy(FURTHEST);
    scrolling.scrollBy(-moved);
    return moved;
  }

  /** Shows what comes next; false where the end is seen. */
  boolean turn() {
    return scrolling.scrollBy(region.getHeight() - OVERLAP) > 0;
  }
}
