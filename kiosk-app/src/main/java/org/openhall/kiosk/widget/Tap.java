package org.openhall.kiosk.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Makes a node something to press. A drag that scrolls the page is never a press. */
public final class Tap {
  private Tap() {}

  /**
   * Acts once for a press; the second press of a double tap, an old habit from desktop computers,
   * is not taken for another.
   */
  public static void on(Node node, Runnable action) {
    listen(node, event -> event.getClickCount() % 2 == 1, action);
  }

  /** Acts for every press, however fast they come: keys, and the way back. */
  public static void onEach(Node node, Runnable action) {
    listen(node, _ -> true, action);
  }

  private static void listen(
      Node node, java.util.function.Predicate<MouseEvent> counts, Runnable action) {
    node.getStyleClass().add("tappable");
    node.setAccessibleRole(AccessibleRole.BUTTON);
    node.setOnMouseClicked(event -> {
      event.consume();
      if (event.getButton() == MouseButton.PRIMARY && counts.test(event)) {
        action.run();
      }
    });
  }
}
