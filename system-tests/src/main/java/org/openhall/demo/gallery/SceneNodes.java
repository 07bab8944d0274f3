package org.openhall.demo.gallery;

import java.util.Comparator;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;

/** Where on a scene something is; on the screen's thread. */
final class SceneNodes {
  private SceneNodes() {}

  /** Left, top, right and bottom of the first nodes that a selector finds. */
  static double[] around(Scene scene, String selector, int count) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, 0, 0};
    Stream.of(selector.split(", "))
        .flatMap(one -> scene.getRoot().lookupAll(one).stream())
        .filter(Finger::shown)
        .map(node -> node.localToScene(node.getLayoutBounds()))
        .sorted(Comparator.comparingDouble(Bounds::getMinY).thenComparingDouble(Bounds::getMinX))
        .limit(count)
        .forEach(bounds -> {
          box[0] = Math.min(box[0], bounds.getMinX());
          box[1] = Math.min(box[1], bounds.getMinY());
          box[2] = Math.max(box[2], bounds.getMaxX());
          box[3] = Math.max(box[3], bounds.getMaxY());
        });
    return box;
  }
}
