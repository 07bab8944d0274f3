package org.openhall.demo.gallery;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Finds what can be pressed in a scene, and presses it. Lives on the screen's thread. */
final class Finger {
  private final Scene scene;

  Finger(Scene scene) {
    this.scene = scene;
  }

  /** What is seen and can be pressed under an id, or with a star at the end under any such. */
  Optional<Node> find(String id) {
    String wanted = id.replace("*", "");
    return scene.getRoot().lookupAll("*").stream()
        .filter(node -> node.getId() != null && shown(node))
        .filter(
            node -> id.endsWith("*") ? node.getId().startsWith(wanted) : node.getId().equals(id))
        .filter(node -> node.getOnMouseClicked() != null || id.equals("idle-overlay"))
        .findFirst();
  }

  void press(String id) {
    find(id).ifPresent(Finger::tap);
  }

  /** Whether neither the node nor anything around it is hidden. */
  static boolean shown(Node node) {
    return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
  }

  private static void tap(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}
