package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.ScreenThread;

class TouchListTest {
  private static final double HEIGHT = 600;

  @Test
  void aPlaceFarDownInALongRowIsBroughtIntoSight() {
    Bounds seen = ScreenThread.get(() -> brought("字".repeat(6_000) + "窗口"));

    assertTrue(seen.getMinY() > 0 && seen.getMaxY() < HEIGHT, seen.toString());
  }

  @Test
  void aRowWhosePlaceIsSeenAtItsTopStaysThere() {
    Bounds seen = ScreenThread.get(() -> brought("窗口" + "字".repeat(6_000)));

    assertEquals(0, seen.getMinY(), 1);
  }

  /** Where the place is in the list, once it has been brought there. */
  private static Bounds brought(String text) {
    TouchList<String> list =
        new TouchList<>(said -> {
          List<Highlight.Span> places = Highlight.of(said).whole("窗口");
          return new HighlightedText(
              said, places, places.isEmpty() ? null : places.getFirst(), "plain");
        });
    list.showFromTop(List.of("字".repeat(6_000), text, "字".repeat(6_000)));
    list.scrollTo(1, HighlightedText.CURRENT);
    var _ = new Scene(list, 800, HEIGHT);
    list.applyCss();
    list.layout();
    Node place = list.lookup(".text." + HighlightedText.CURRENT);
    return list.sceneToLocal(place.localToScene(place.getBoundsInLocal()));
  }
}
